package pdf

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
)

var startxref = regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n?$`)

// showTitle has viewers show the document's title in place of the file's name.
// fpdf has no way to say so, but it writes the catalog last: adding to it moves
// nothing except the cross-reference table itself.
func showTitle(data []byte) ([]byte, error) {
	const catalog, entry = "\n/Type /Catalog\n", "/ViewerPreferences <</DisplayDocTitle true>>\n"
	at := bytes.LastIndex(data, []byte(catalog))
	match := startxref.FindSubmatchIndex(data)
	if at < 0 || match == nil || at > match[0] {
		return nil, fmt.Errorf("pdf: the catalog is not where fpdf puts it")
	}
	old, err := strconv.Atoi(string(data[match[2]:match[3]]))
	if err != nil || old < at {
		return nil, fmt.Errorf("pdf: the catalog is not the last object")
	}
	at += len(catalog)
	out := make([]byte, 0, len(data)+len(entry)+4)
	out = append(out, data[:at]...)
	out = append(out, entry...)
	out = append(out, data[at:match[2]]...)
	out = strconv.AppendInt(out, int64(old+len(entry)), 10)
	return append(out, data[match[3]:]...), nil
}
