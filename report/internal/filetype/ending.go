package filetype

import (
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Ending is the ending of a name, in small letters: .xlsx.
func Ending(name string) string { return strings.ToLower(filepath.Ext(name)) }

// IsRead says whether files of this ending are read where a folder holds them.
func IsRead(name string) bool {
	return slices.Contains([]string{".xlsx", ".xlsm", ".csv", ".tsv"}, Ending(name))
}

// IsTemplate says whether the ending is that of a template of workbooks.
func IsTemplate(name string) bool { return slices.Contains([]string{".xltx", ".xltm"}, Ending(name)) }

// IsOtherTable says whether the ending is that of a table in a format that is not read, or of an archive that may hold
// one.
func IsOtherTable(name string) bool {
	return slices.Contains([]string{".xls", ".xlw", ".xlsb", ".ods", ".fods", ".sxc", ".numbers", ".et", ".gnumeric",
		".zip", ".rar", ".7z"}, Ending(name))
}

// IsText says whether a file is read as a text, by the ending of its name.
func IsText(name string) bool {
	return slices.Contains([]string{".csv", ".tsv", ".txt"}, strings.ToLower(path.Ext(name)))
}
