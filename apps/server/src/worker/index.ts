export { createConveyor } from './conveyor.ts';
export { notifyPeople } from './notify-people.ts';
export { startJobs } from './start-jobs.ts';
export { startSweeper } from './sweeper.ts';
export { listenForWork, tellOfWork } from './tell-of-work.ts';
