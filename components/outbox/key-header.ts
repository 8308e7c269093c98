/** Names the key of a post that may have come before: the same bytes, so the server may answer from what it did then. */
export const keyHeader = 'x-post-key';
