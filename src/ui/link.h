/* Opening a link in a browser, without a shell. */
#ifndef UI_LINK_H
#define UI_LINK_H

#include <stdbool.h>

/* Opens url with $BROWSER, a list of commands between colons in which %s stands
   for the address, else with xdg-open; the first that ends well is it. The
   terminal must have been handed over. Gives false when none does. */
bool link_open(const char *url);

#endif
