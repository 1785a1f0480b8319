/* To be preloaded: the call of poll of the number OVERFLOW uses up the stack. */

#define _GNU_SOURCE

#include <poll.h>
#include <signal.h>
#include <stdlib.h>

static int use_up(volatile char *below)
{
	volatile char frame[4096] = { 0 };

	return frame[0] + (below ? *below : 0) + use_up(frame);
}

int poll(struct pollfd *fds, nfds_t count, int milliseconds)
{
	static int calls;
	const char *last = getenv("OVERFLOW");
	struct timespec time = { milliseconds / 1000, milliseconds % 1000 * 1000000L };

	if (last && ++calls == atoi(last))
		return use_up(NULL);
	return ppoll(fds, count, milliseconds < 0 ? NULL : &time, NULL);
}
