#include "ui/intake.h"

#include <errno.h>
#include <unistd.h>

#include "ui/tty.h"

/* Bytes read at once: few enough that a key never waits. */
#define PIECE 65536

static const int *reading;  /* the descriptors that are left */
static struct transcript_reader *reader;

void intake_open(const int *inputs)
{
	reading = inputs;
	reader = transcript_reader_create();
	tty_watch(*reading);
}

bool intake_read(int *error)
{
	static char piece[PIECE];
	ssize_t length = read(*reading, piece, sizeof(piece));

	*error = 0;
	if (length > 0) {
		transcript_feed(reader, piece, (size_t)length);
		return false;
	}
	if (length < 0 && (errno == EINTR || errno == EAGAIN))
		return false;
	if (length < 0) {
		*error = errno;
		return true;
	}
	tty_watch(*++reading);
	if (*reading < 0)
		return true;
	transcript_end_text(reader);
	return false;
}

struct transcript *intake_finish(void)
{
	struct transcript_reader *done = reader;

	tty_watch(-1);
	reader = NULL;
	return transcript_finish(done);
}
