/* The clipboard of the terminal. */
#ifndef UI_CLIPBOARD_H
#define UI_CLIPBOARD_H

/* Gives the sequence that puts text into the clipboard (OSC 52, which carries it
   in base64), owned by the caller. */
char *clipboard_sequence(const char *text);

#endif
