export const now = Date.parse('2026-11-22T09:00:00Z');
