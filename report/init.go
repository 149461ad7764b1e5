package report

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"plimsoll/report/blank"
	"plimsoll/report/output"
	"plimsoll/report/standard"
)

// The names of what Init writes.
const (
	blankName     = "audit-workbook.xlsx"
	templatesName = "templates"
)

// Init writes a blank audit workbook in a language and a copy of the templates, fonts aside, into a folder: both or
// neither. What is there already stays as it is; one of the two names being taken is an error of usage.
func Init(folder, lang string, from fs.FS) error {
	if err := isFree(folder); err != nil {
		return err
	}
	std, err := standard.Load(from)
	if err != nil {
		return usage(err.Error(), "correct the template")
	}
	language := std.Language(lang)
	if language == nil {
		return usage(fmt.Sprintf("--lang: there is no language %q", lang), "one of "+strings.Join(std.LanguageTags(), ", "))
	}
	book, err := blank.Book(blank.Sheets(std, language))
	if err != nil { // a name that a spreadsheet does not take, for one
		return usage("the blank workbook: "+err.Error(), "correct the template that declares the sheet")
	}
	files, err := copyTemplates(from)
	if err != nil {
		return err
	}
	files[blankName] = book
	return putInPlace(folder, files)
}

// isFree refuses to write over anything.
func isFree(folder string) error {
	if info, err := os.Stat(folder); err == nil && !info.IsDir() {
		return usage(folder+" is a file, not a folder", "name a folder; it is made if there is none")
	}
	for _, name := range []string{blankName, templatesName} {
		at := filepath.Join(folder, name)
		if _, err := os.Lstat(at); err == nil {
			return usage(at+" exists already", "name another folder, or move it away; nothing was written")
		}
	}
	return nil
}

// copyTemplates reads all templates but the fonts, which stay built in, by the path of their copy.
func copyTemplates(from fs.FS) (map[string][]byte, error) {
	files := map[string][]byte{}
	err := fs.WalkDir(from, ".", func(name string, d fs.DirEntry, err error) error {
		hidden := name != "." && strings.HasPrefix(d.Name(), ".")
		switch {
		case err != nil:
			return err
		case d.IsDir() && hidden:
			return fs.SkipDir
		case d.IsDir(), hidden, !slices.Contains([]string{".yaml", ".md", ".png", ".svg"}, path.Ext(name)):
			return nil
		}
		files[path.Join(templatesName, name)], err = fs.ReadFile(from, name)
		return err
	})
	return files, err
}

// putInPlace writes the files beside their places and moves them there when all of them are whole.
func putInPlace(folder string, files map[string][]byte) (err error) {
	_, missing := os.Stat(folder)
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	defer func() {
		if err != nil && missing != nil {
			os.Remove(folder) // only if it is empty, as it then is
		}
	}()
	beside, err := os.MkdirTemp(folder, ".plimsoll-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(beside)
	for name, data := range files {
		if err := output.WriteNew(filepath.Join(beside, filepath.FromSlash(name)), data); err != nil {
			return fmt.Errorf("%s: %w", folder, err)
		}
	}
	return moveBoth(beside, folder)
}

func moveBoth(beside, folder string) error {
	templates := filepath.Join(folder, templatesName)
	if err := os.Rename(filepath.Join(beside, templatesName), templates); err != nil {
		return err
	}
	err := os.Rename(filepath.Join(beside, blankName), filepath.Join(folder, blankName))
	if err != nil {
		os.RemoveAll(templates) // half of what was asked for is not left behind
	}
	return err
}
