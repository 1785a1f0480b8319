/* Bytes that were cut anywhere become lines; a line loses what mail clients put
   before it and says how it begins. */
#ifndef MODEL_TRANSCRIPT_LINES_H
#define MODEL_TRANSCRIPT_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A line without its end and trailing blanks. It points at bytes of the one who made
   it and holds as long as they do. */
struct line {
	const char *start;  /* as it came */
	const char *text;   /* behind quote marks and indentation */
	const char *end;
	size_t indent;      /* blanks between the quote marks and text */
};

/* Joins pieces to lines. LF, CR LF and CR (what a terminal sends in a paste) end one. */
struct line_cutter {
	void (*take)(void *owner, const struct line *line);  /* gets every line */
	void *owner;
	char *kept;      /* the beginning of a line whose end has not come */
	size_t length;
	bool after_cr;   /* an LF that comes now belongs to the CR before */
	bool cut;        /* a line was longer than TRANSCRIPT_LINE_BYTES */
};

/* Takes the next bytes. */
void line_cutter_feed(struct line_cutter *cutter, const char *bytes, size_t length);

/* Gives the last line, if it has no end, and frees what was kept. */
void line_cutter_finish(struct line_cutter *cutter);

/* Gives the line that some bytes are. */
struct line line_of(const char *start, const char *end);

/* The fields of a delivery status (RFC 3464, section 2). */
enum field {
	FIELD_NONE,
	FIELD_RECIPIENT,   /* Final-Recipient: begins a group */
	FIELD_STATUS,
	FIELD_ACTION,
	FIELD_DIAGNOSTIC,
	FIELD_OTHER        /* any other of them */
};

/* Tells which field a line begins and, in *value, where what it says begins. */
enum field line_field(const struct line *line, const char **value);

/* Gives what stands for the address that some bytes begin with, behind blanks and "<",
   when a blank, ">", ":" or the end follows it; 0 where there is none. */
uint64_t address_hash(const char *at, const char *end);

/* Tells whether a line begins as one of a log does: with a time, a priority, or a
   program and its process. */
bool line_is_log(const struct line *line);

/* Tells whether a line begins something, so that it cannot go on with the line
   before: a log line, a field, a boundary, an address and a colon. */
bool line_begins_anew(const struct line *line);

/* Tells whether a line may go on with one of that width, in bytes, because a mail
   client found no room in it for the first word. */
bool line_is_wrapped(size_t width, const struct line *line);

/* Tells whether the bytes from at on begin with a literal, whose letters are lower
   case and match either case. */
bool begins_with(const char *at, const char *end, const char *literal);

/* Tell whether a byte is a blank or a tab, a digit, an ASCII letter, one of the two. */
static inline bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static inline bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline bool is_alnum(char c)
{
	return is_digit(c) || is_letter(c);
}

/* Tells whether a byte is one of a set; NUL never is. */
static inline bool is_one_of(char c, const char *set)
{
	for (; *set; set++)
		if (*set == c)
			return true;
	return false;
}

#endif
