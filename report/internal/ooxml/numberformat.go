package ooxml

import "strings"

// isDateNumber knows the built-in formats that are dates or times, the East Asian ones included (ECMA-376 part 1,
// 18.8.30).
func isDateNumber(id int) bool {
	return id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58
}

// isDateFormat looks for a date or time letter outside of quotes, escapes and brackets; [h] and its like are times too.
func isDateFormat(code string) bool {
	code = strings.ToLower(code)
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '"':
			end := strings.IndexByte(code[i+1:], '"')
			if end < 0 {
				return false
			}
			i += 1 + end
		case '\\', '_', '*':
			i++
		case '[':
			end := strings.IndexByte(code[i:], ']')
			if end < 0 {
				return false
			}
			if inner := code[i+1 : i+end]; inner != "" && strings.Trim(inner, "hms") == "" {
				return true
			}
			i += end
		case 'y', 'm', 'd', 'h', 's':
			return true
		case 'a':
			if strings.HasPrefix(code[i:], "aaa") {
				return true // the day of an East Asian week
			}
		case 'g':
			if !strings.HasPrefix(code[i:], "general") {
				return true // the era of an East Asian date
			}
			i += len("general") - 1
		}
	}
	return false
}
