/* The text of a reply, from its lines as they came. */
#ifndef MODEL_TRANSCRIPT_REJOIN_H
#define MODEL_TRANSCRIPT_REJOIN_H

#include <stddef.h>

#include "base/buffer.h"
#include "model/transcript.h"

/* Makes one text of what followed a code, lines joined by LF: the code that each line
   repeats goes, blanks are single, bytes that are no UTF-8 become U+FFFD, and what a
   log says behind the reply is read and left out. said comes with its code, and gets
   status, stage and text; the text is that of the buffer clean. */
void rejoin(const char *raw, size_t length, struct buffer *clean, struct said *said);

#endif
