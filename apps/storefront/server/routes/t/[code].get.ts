import { answerTrace } from '~~/server/trace/answer-trace';

export default defineEventHandler(answerTrace);
