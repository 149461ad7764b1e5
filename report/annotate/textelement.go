package annotate

import (
	"fmt"
	"regexp"
	"strings"

	"plimsoll/report/internal/ooxml/xmlpart"
)

// excelEscape begins what Excel reads as one character by its number; an underscore more may follow.
var (
	excelEscape = regexp.MustCompile(`_(x[0-9A-Fa-f]{4})`)
	controls    = regexp.MustCompile(`[\x00-\x08\x0b\x0c\x0e-\x1f]`)
)

// textElement is an element t that holds a text as it is, of cells and comments. Characters that XML has not are
// written as Excel does.
func textElement(prefix, s string) string {
	s = excelEscape.ReplaceAllString(s, "_x005F_$1")
	s = controls.ReplaceAllStringFunc(s, func(c string) string { return fmt.Sprintf("_x%04X_", c[0]) })
	return fmt.Sprintf(`<%st xml:space="preserve">%s</%st>`, prefix,
		strings.ReplaceAll(xmlpart.Escape(s), "&#10;", "\n"), prefix)
}
