import { redox } from '../../../src/providers/redox/index.js';
import { providerContract } from '../contract.js';
import { redoxSubject } from './contract-subject.js';

providerContract(redoxSubject(redox));
