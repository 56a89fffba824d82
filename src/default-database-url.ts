/** Where an app that is connected to Slack keeps its store when nothing is said: in the folder in which it is started. */
export const defaultDatabaseUrl = 'sqlite:./data/imt-board.db';
