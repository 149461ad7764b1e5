package workbook

import (
	"strconv"
	"strings"
)

// newlines are all written as one, as XML has it and Excel's _x000D_ undoes it.
var newlines = strings.NewReplacer("\r\r\n", "\n", "\r\n", "\n", "\r", "\n")

// plainText is a text of a cell without Excel's escapes, ends of lines as \n, white space around it gone.
func plainText(s string) string {
	if s = unescapeString(s); strings.Contains(s, "\r") {
		s = newlines.Replace(s)
	}
	return strings.TrimSpace(s)
}

// unescapeString resolves Excel's own escapes of control characters, _x000D_ (ECMA-376 part 1, ST_Xstring).
func unescapeString(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var out strings.Builder
	for i := 0; i < len(s); i++ {
		if i+7 <= len(s) && s[i] == '_' && s[i+1] == 'x' && s[i+6] == '_' {
			if n, err := strconv.ParseUint(s[i+2:i+6], 16, 16); err == nil {
				out.WriteRune(rune(n))
				i += 6
				continue
			}
		}
		out.WriteByte(s[i])
	}
	return out.String()
}
