/** Names the key of a post that may have come before: the same bytes, so the server may answer from what it did then. */
export const keyHeader = 'x-post-key';
/** Says that the browser sends by itself: the server keeps no draft of what it refuses, because another may be begun. */
export const quietHeader = 'x-post-quiet';
/** For how many seconds it had waited in the browser: a span, because a phone's clock may be wrong. */
export const waitedHeader = 'x-post-waited';
