/** From here on, in Gy per fraction, studies disagree whether the linear-quadratic model fits. */
export const lqSoftNoteAboveGy = 6;

/** Above this dose per fraction in Gy the linear-quadratic model is not trusted; a straight tail stands beside it. */
export const lqStrongNoteAboveGy = 10;
