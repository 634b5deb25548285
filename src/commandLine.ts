import { commandLine } from './web';

void commandLine();
