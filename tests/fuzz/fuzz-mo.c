/* Feeds the reader of compiled catalogues with whatever libFuzzer invents: it may neither
   crash nor leak, and what it finds is a string that ends inside the file. Built by
   "make fuzz CC=clang"; run tests/fuzz/fuzz-mo -max_total_time=60 DIRECTORY. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/mo.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const msgids[] = { "", "Outcome", "a", "zzzz", "\n", "cannot read %1$s: %2$s" };
	int fd = memfd_create("catalogue", 0);
	char path[64];
	struct mo *mo;

	if (fd < 0 || write(fd, data, size) != (ssize_t)size)
		abort();
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	mo = mo_open(path);
	for (size_t i = 0; mo && i < sizeof(msgids) / sizeof(*msgids); i++) {
		const char *text = mo_find(mo, msgids[i]);

		/* The sanitizer sees a string that leaves the file. */
		if (text && strlen(text) > size)
			abort();
	}
	mo_close(mo);
	close(fd);
	return 0;
}
