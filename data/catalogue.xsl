<?xml version="1.0" encoding="UTF-8"?>
<!-- Prints replies.xml, pairs.xml, statuses.xml or providers.xml as the C tables of
     catalogue.h, status.h and wording.h. It copies, counts and escapes; what an entry may hold is in
     catalogue.rng. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:strip-space elements="*"/>

  <xsl:variable name="lower" select="'abcdefghijklmnopqrstuvwxyz-/'"/>
  <xsl:variable name="upper" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZ__'"/>

  <xsl:template match="/">
    <xsl:text>/* Made from data/ by catalogue.xsl: edit the XML. */&#10;</xsl:text>
    <xsl:text>#include "model/wording.h"&#10;</xsl:text>
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="replies">
    <xsl:text>&#10;const struct reply replies[] = {</xsl:text>
    <xsl:apply-templates select="reply"/>
    <xsl:text>};&#10;&#10;const size_t replies_count = </xsl:text>
    <xsl:value-of select="count(reply)"/>
    <xsl:text>;&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="reply">
    <xsl:text>&#10;{ .code = </xsl:text>
    <xsl:value-of select="@code"/>
    <xsl:text>, .standing = STANDING_</xsl:text>
    <xsl:value-of select="translate(@standing, $lower, $upper)"/>
    <xsl:apply-templates select="@retry"/>
    <xsl:text>, .closes = CLOSES_</xsl:text>
    <xsl:value-of select="translate(@closes, $lower, $upper)"/>
    <xsl:text>, .actor = ACTOR_</xsl:text>
    <xsl:value-of select="translate(@actor, $lower, $upper)"/>
    <xsl:text>,&#10;  .stages = 0</xsl:text>
    <xsl:call-template name="words">
      <xsl:with-param name="list" select="@stages"/>
      <xsl:with-param name="before" select="' | STAGE_BIT(STAGE_'"/>
      <xsl:with-param name="after" select="')'"/>
      <xsl:with-param name="from" select="$lower"/>
    </xsl:call-template>
    <xsl:for-each select="title | brief | react | use">
      <xsl:value-of select="concat(',&#10;  .', name(), ' = ')"/>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
    <xsl:call-template name="strings">
      <xsl:with-param name="field" select="'description'"/>
      <xsl:with-param name="nodes" select="description"/>
    </xsl:call-template>
    <xsl:call-template name="strings">
      <xsl:with-param name="field" select="'when'"/>
      <xsl:with-param name="nodes" select="when"/>
    </xsl:call-template>
    <xsl:call-template name="advice"/>
    <xsl:call-template name="strings">
      <xsl:with-param name="field" select="'send'"/>
      <xsl:with-param name="nodes" select="send"/>
    </xsl:call-template>
    <xsl:call-template name="strings">
      <xsl:with-param name="field" select="'example'"/>
      <xsl:with-param name="nodes" select="example/line"/>
    </xsl:call-template>
    <xsl:text>,&#10;  .statuses = (const char *const[]){ </xsl:text>
    <xsl:call-template name="words">
      <xsl:with-param name="list" select="@statuses"/>
      <xsl:with-param name="before" select="'&quot;'"/>
      <xsl:with-param name="after" select="'&quot;, '"/>
    </xsl:call-template>
    <xsl:text>NULL },&#10;  .compare_with = (const int[]){ </xsl:text>
    <xsl:call-template name="words">
      <xsl:with-param name="list" select="@compare"/>
      <xsl:with-param name="after" select="', '"/>
    </xsl:call-template>
    <xsl:text>0 }</xsl:text>
    <xsl:call-template name="origins"/>
    <xsl:text> },&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="statuses">
    <xsl:text>&#10;const struct status statuses[] = {</xsl:text>
    <xsl:apply-templates select="status"/>
    <xsl:text>};&#10;&#10;const size_t statuses_count = </xsl:text>
    <xsl:value-of select="count(status)"/>
    <xsl:text>;&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="status">
    <xsl:value-of select="concat('&#10;{ .code = &quot;', @code, '&quot;')"/>
    <xsl:if test="@last"><xsl:value-of select="concat(', .last = &quot;', @last, '&quot;')"/></xsl:if>
    <xsl:value-of select="concat(', .standing = STANDING_', translate(@standing, $lower, $upper))"/>
    <xsl:value-of select="concat(', .actor = ACTOR_', translate(@actor, $lower, $upper))"/>
    <xsl:value-of select="concat(', .classes = &quot;', @classes, '&quot;')"/>
    <xsl:for-each select="title | brief | react | success | transient | permanent">
      <xsl:value-of select="concat(',&#10;  .', name(), ' = ')"/>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
    <xsl:call-template name="strings">
      <xsl:with-param name="field" select="'description'"/>
      <xsl:with-param name="nodes" select="description"/>
    </xsl:call-template>
    <xsl:call-template name="advice"/>
    <xsl:text>,&#10;  .vendors = (const struct vendor[]){</xsl:text>
    <xsl:for-each select="vendor">
      <xsl:value-of select="concat('&#10;    { &quot;', @name, '&quot;, ')"/>
      <xsl:apply-templates select="."/>
      <xsl:text> },</xsl:text>
    </xsl:for-each>
    <xsl:text> { NULL, NULL } },&#10;  .replies = (const int[]){ </xsl:text>
    <xsl:call-template name="words">
      <xsl:with-param name="list" select="@replies"/>
      <xsl:with-param name="after" select="', '"/>
    </xsl:call-template>
    <xsl:text>0 },&#10;  .compare_with = (const char *const[]){ </xsl:text>
    <xsl:call-template name="words">
      <xsl:with-param name="list" select="@compare"/>
      <xsl:with-param name="before" select="'&quot;'"/>
      <xsl:with-param name="after" select="'&quot;, '"/>
    </xsl:call-template>
    <xsl:text>NULL }</xsl:text>
    <xsl:call-template name="origins"/>
    <xsl:text> },&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="wordings">
    <xsl:text>&#10;const struct wording wordings[] = {</xsl:text>
    <xsl:apply-templates select="wording/pattern"/>
    <xsl:text>};&#10;&#10;const size_t wordings_count = </xsl:text>
    <xsl:value-of select="count(wording/pattern)"/>
    <xsl:text>;&#10;</xsl:text>
  </xsl:template>

  <!-- One entry a pattern, with what its wording says. -->
  <xsl:template match="pattern">
    <xsl:text>&#10;{ .fragments = (const char *const[]){ </xsl:text>
    <xsl:for-each select="fragment"><xsl:apply-templates select="."/>, </xsl:for-each>
    <xsl:text>NULL }</xsl:text>
    <xsl:for-each select="..">
      <xsl:if test="@code"><xsl:value-of select="concat(', .code = ', @code)"/></xsl:if>
      <xsl:apply-templates select="@retry"/>
      <xsl:value-of select="concat(', .actor = ACTOR_', translate(@actor, $lower, $upper))"/>
      <xsl:for-each select="@provider | @status | @tells | meaning | source">
        <xsl:value-of select="concat(',&#10;  .', name(), ' = &quot;')"/>
        <xsl:call-template name="escaped">
          <xsl:with-param name="text" select="normalize-space(.)"/>
        </xsl:call-template>
        <xsl:text>"</xsl:text>
      </xsl:for-each>
      <xsl:call-template name="advice"/>
    </xsl:for-each>
    <xsl:text> },&#10;</xsl:text>
  </xsl:template>

  <!-- Small letters without blanks, so that the program has to fold only replies. -->
  <xsl:template match="fragment">
    <xsl:text>"</xsl:text>
    <xsl:call-template name="escaped">
      <xsl:with-param name="text" select="translate(normalize-space(.), concat(substring($upper, 1, 26), ' '), substring($lower, 1, 26))"/>
    </xsl:call-template>
    <xsl:text>"</xsl:text>
  </xsl:template>

  <xsl:template match="@retry">
    <xsl:text>, .retry = RETRY_</xsl:text>
    <xsl:choose>
      <xsl:when test=". = 'n/a'">NOT_APPLICABLE</xsl:when>
      <xsl:otherwise><xsl:value-of select="translate(., $lower, $upper)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What to do, and for whom. -->
  <xsl:template name="advice">
    <xsl:text>,&#10;  .fix = (const struct advice[]){</xsl:text>
    <xsl:for-each select="fix">
      <xsl:text>&#10;    { ACTOR_</xsl:text>
      <xsl:choose>
        <xsl:when test="@who"><xsl:value-of select="translate(@who, $lower, $upper)"/></xsl:when>
        <xsl:otherwise>VARIES</xsl:otherwise>
      </xsl:choose>
      <xsl:text>, </xsl:text>
      <xsl:apply-templates select="."/>
      <xsl:text> },</xsl:text>
    </xsl:for-each>
    <xsl:text> { 0, NULL } }</xsl:text>
  </xsl:template>

  <!-- Where an entry comes from. -->
  <xsl:template name="origins">
    <xsl:text>,&#10;  .sources = (const struct source[]){ </xsl:text>
    <xsl:for-each select="source">
      <xsl:value-of select="concat('{ ', @rfc, ', &quot;', @section, '&quot; }, ')"/>
    </xsl:for-each>
    <xsl:text>{ 0, NULL } }</xsl:text>
    <xsl:call-template name="strings">
      <xsl:with-param name="field" select="'seen'"/>
      <xsl:with-param name="nodes" select="seen"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="pairs">
    <xsl:text>&#10;const struct pair pairs[] = {</xsl:text>
    <xsl:for-each select="pair">
      <xsl:value-of select="concat('&#10;{ .a = &quot;', @a, '&quot;, .b = &quot;', @b, '&quot;')"/>
      <xsl:call-template name="strings">
        <xsl:with-param name="field" select="'differences'"/>
        <xsl:with-param name="nodes" select="difference"/>
      </xsl:call-template>
      <xsl:call-template name="strings">
        <xsl:with-param name="field" select="'use'"/>
        <xsl:with-param name="nodes" select="use"/>
      </xsl:call-template>
      <xsl:text> },&#10;</xsl:text>
    </xsl:for-each>
    <xsl:text>};&#10;&#10;const size_t pairs_count = </xsl:text>
    <xsl:value-of select="count(pair)"/>
    <xsl:text>;&#10;</xsl:text>
  </xsl:template>

  <!-- A list of strings that ends with NULL. -->
  <xsl:template name="strings">
    <xsl:param name="field"/>
    <xsl:param name="nodes"/>
    <xsl:value-of select="concat(',&#10;  .', $field, ' = (const char *const[]){')"/>
    <xsl:for-each select="$nodes">
      <xsl:text>&#10;    </xsl:text>
      <xsl:apply-templates select="."/>
      <xsl:text>,</xsl:text>
    </xsl:for-each>
    <xsl:text> NULL }</xsl:text>
  </xsl:template>

  <!-- The words of a list, each between $before and $after. -->
  <xsl:template name="words">
    <xsl:param name="list"/>
    <xsl:param name="before"/>
    <xsl:param name="after"/>
    <xsl:param name="from"/>
    <xsl:variable name="rest" select="concat(normalize-space($list), ' ')"/>
    <xsl:variable name="word" select="substring-before($rest, ' ')"/>
    <xsl:if test="$word">
      <xsl:value-of select="concat($before, translate($word, $from, $upper), $after)"/>
      <xsl:call-template name="words">
        <xsl:with-param name="list" select="substring-after($rest, ' ')"/>
        <xsl:with-param name="before" select="$before"/>
        <xsl:with-param name="after" select="$after"/>
        <xsl:with-param name="from" select="$from"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- A leaf element as a C string: white space as ITS and xgettext see it. -->
  <xsl:template match="title | brief | react | use | seen | success | transient | permanent | vendor | description | when | fix | send | line | difference">
    <xsl:text>"</xsl:text>
    <xsl:call-template name="escaped">
      <xsl:with-param name="text" select="normalize-space(.)"/>
    </xsl:call-template>
    <xsl:text>"</xsl:text>
  </xsl:template>

  <xsl:template name="escaped">
    <xsl:param name="text"/>
    <xsl:variable name="plain" select="substring-before(concat(translate($text, '\', '&quot;'), '&quot;'), '&quot;')"/>
    <xsl:value-of select="$plain"/>
    <xsl:if test="string-length($plain) &lt; string-length($text)">
      <xsl:value-of select="concat('\', substring($text, string-length($plain) + 1, 1))"/>
      <xsl:call-template name="escaped">
        <xsl:with-param name="text" select="substring($text, string-length($plain) + 2)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
