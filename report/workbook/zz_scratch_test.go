package workbook

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestScratchCompare(t *testing.T) {
	filepath.WalkDir("/work/shared/corpus", func(p string, d os.DirEntry, err error) error {
		ext := filepath.Ext(p)
		if ext != ".xlsx" && ext != ".xlsm" {
			return nil
		}
		book := Open(p, filepath.Base(p), DefaultBounds())
		for _, pr := range book.Problems {
			fmt.Println("PROBLEM", pr)
		}
		func() {
			defer func() {
				if r := recover(); r != nil {
					fmt.Println("excelize panic", p)
				}
			}()
			if len(book.Sheets) == 0 {
				return
			}
			f, err := excelize.OpenFile(p)
			if err != nil {
				fmt.Println("EXCELIZE", filepath.Base(p), err)
				return
			}
			defer f.Close()
			for _, s := range book.Sheets {
				rows, err := f.GetRows(s.Name, excelize.Options{RawCellValue: true})
				if err != nil {
					fmt.Println("EXROWS", filepath.Base(p), s.Name, err)
					continue
				}
				ours := map[string]Cell{}
				for _, r := range s.Rows {
					for c, cell := range r.Cells {
						if cell.Kind != Blank {
							ours[Place{Row: r.Index, Column: c + 1}.Cell()] = cell
						}
					}
				}
				n := 0
				for ri, row := range rows {
					for ci, v := range row {
						at := Place{Row: ri + 1, Column: ci + 1}.Cell()
						o := ours[at]
						delete(ours, at)
						if strings.TrimSpace(v) != strings.TrimSpace(o.Text) && n < 3 {
							n++
							fmt.Printf("DIFF %s!%s!%s excelize %.60q ours %v %.60q\n", filepath.Base(p), s.Name, at, v, o.Kind, o.Text)
						}
					}
				}
				m := 0
				for at, o := range ours {
					if m < 3 && o.Kind != Uncached {
						m++
						fmt.Printf("MORE %s!%s!%s ours %v %.60q\n", filepath.Base(p), s.Name, at, o.Kind, o.Text)
					}
				}
			}
		}()
		return nil
	})
}
