/* The closed sets that describe a reply code, and their words: one for programs
   (JSON, the same in every language) and one for people (translated). */
#ifndef MODEL_TAXONOMY_H
#define MODEL_TAXONOMY_H

#include <stdbool.h>

/* How firmly a reply code stands. */
enum standing {
	STANDING_STANDARD,     /* in RFC 5321 */
	STANDING_EXTENSION,    /* in the RFC of a service extension */
	STANDING_OBSOLETE,     /* withdrawn, or kept for historical purposes */
	STANDING_NONSTANDARD,  /* seen in the wild: no RFC defines it */
	STANDING_UNASSIGNED,   /* in no list */
	STANDING_REGISTERED,   /* of an enhanced code: in the registry */
	STANDING_VENDOR,       /* of an enhanced code: one vendor's own */
	STANDINGS
};

/* What a client does next (RFC 5321, section 4.2.1). */
enum retry {
	RETRY_NOT_APPLICABLE,  /* nothing */
	RETRY_NEXT_STEP,       /* the next command */
	RETRY_SAME_LATER,      /* the same again, later */
	RETRY_FIX_FIRST,       /* again only after a change */
	RETRY_VARIES,
	RETRIES
};

/* Whether the server closes the connection after the reply. */
enum closes { CLOSES_NO, CLOSES_MAY, CLOSES_YES, CLOSES_COUNT };

/* Who has to act. */
enum actor {
	ACTOR_NONE,
	ACTOR_CLIENT_SOFTWARE,
	ACTOR_SENDING_USER,
	ACTOR_SENDING_ADMIN,
	ACTOR_RECIPIENT,
	ACTOR_RECEIVING_ADMIN,
	ACTOR_VARIES,
	ACTORS
};

/* What a reply may answer: a command, or a moment of the session. */
enum stage {
	STAGE_CONNECT,
	STAGE_EHLO,
	STAGE_HELO,
	STAGE_MAIL,
	STAGE_RCPT,
	STAGE_DATA,
	STAGE_END_OF_DATA,
	STAGE_BDAT,
	STAGE_BURL,
	STAGE_RSET,
	STAGE_VRFY,
	STAGE_EXPN,
	STAGE_HELP,
	STAGE_NOOP,
	STAGE_QUIT,
	STAGE_AUTH,
	STAGE_STARTTLS,
	STAGE_ETRN,
	STAGE_ATRN,
	STAGE_ANY,
	STAGES
};

/* A set of stages: STAGE_BIT(STAGE_MAIL) | STAGE_BIT(STAGE_RCPT). */
#define STAGE_BIT(stage) (1U << (stage))

/* What the first digit says (RFC 5321, section 4.2.1). */
enum outcome {
	OUTCOME_DONE,       /* 2yz */
	OUTCOME_GO_ON,      /* 3yz */
	OUTCOME_TEMPORARY,  /* 4yz */
	OUTCOME_PERMANENT,  /* 5yz */
	OUTCOME_NO_REPLY,   /* any other digit: no SMTP reply starts with it */
	OUTCOMES
};

/* What the second digit says (RFC 5321, section 4.2.1). */
enum category {
	CATEGORY_SYNTAX,       /* x0z */
	CATEGORY_INFORMATION,  /* x1z */
	CATEGORY_CONNECTIONS,  /* x2z */
	CATEGORY_UNSPECIFIED,  /* x3z, x4z */
	CATEGORY_MAIL_SYSTEM,  /* x5z */
	CATEGORY_ILLEGAL,      /* x6z to x9z: outside the grammar */
	CATEGORIES
};

/* The words for one value of a set. */
struct word {
	const char *key;    /* for programs: "fix-first" */
	const char *label;  /* for people, a msgid: "only after a change" */
};

extern const struct word standing_terms[STANDINGS];
extern const struct word retry_terms[RETRIES];
extern const struct word closes_terms[CLOSES_COUNT];
extern const struct word actor_terms[ACTORS];
extern const struct word stage_terms[STAGES];
extern const struct word outcome_terms[OUTCOMES];
extern const struct word category_terms[CATEGORIES];

/* What stands in front of advice for an actor, a msgid: "Sender:". NULL for
   nobody and for everybody. */
extern const char *const actor_leads[ACTORS];

/* Give what the digits of a reply code say. */
enum outcome outcome_of(int code);
enum category category_of(int code);

/* Gives the heading of a class, a msgid, for the first digit of its codes. */
const char *class_heading(int first_digit);

/* Gives the stages of a set as translated words with commas between, in the
   order of a session; owned by the caller. */
char *stages_text(unsigned stages);

#endif
