/* What the program says on standard error. */
#ifndef BASE_REPORT_H
#define BASE_REPORT_H

#include <stddef.h>

/* Exit statuses. */
enum exit_status {
	STATUS_FOUND = 0,    /* explained or found */
	STATUS_NOTHING = 1,  /* nothing found, or an unassigned code */
	STATUS_USAGE = 2,
	STATUS_SYSTEM = 3,   /* input, output, the terminal or memory fails */
};

/* Prints "smtpexplore: ", the message and a line feed. The message is UTF-8;
   what comes from outside has passed report_quote. */
void report(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The same for a failed system call: the format's only argument is what errno, a
   number, means. */
void report_errno(const char *format, int number) __attribute__((format(printf, 1, 0)));

/* Gives what errno, a number, means, for a message. Owned by the caller. */
char *report_reason(int number);

/* Gives a text from outside so that it can stand in a message: made visible and
   cut short, an empty one as "". Owned by the caller. */
char *report_quote(const char *text);

#endif
