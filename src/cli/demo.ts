process.stdout.write('No changes\n');
