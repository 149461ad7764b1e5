package workbook

import (
	"fmt"
	"golang.org/x/text/encoding/unicode"
	"runtime"
	"strings"
	"testing"
	"time"
)

func peakOf(f func()) (uint64, uint64) {
	runtime.GC()
	stop, done := make(chan struct{}), make(chan [2]uint64)
	go func() {
		var most, sys uint64
		for {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapAlloc)
			sys = max(sys, m.Sys-m.HeapReleased)
			select {
			case <-stop:
				done <- [2]uint64{most, sys}
				return
			case <-time.After(time.Millisecond):
			}
		}
	}()
	f()
	close(stop)
	r := <-done
	return r[0] >> 20, r[1] >> 20
}

func TestScratchMemory(t *testing.T) {
	const MB = 1 << 20
	cases := map[string]func() parts{
		"one text": func() parts {
			return packageOf(`<row><c t="inlineStr"><is><t>` + strings.Repeat("a", 190*MB) + `</t></is></c></row>`)
		},
		"escaped text": func() parts {
			return packageOf(`<row><c t="inlineStr"><is><t>` + strings.Repeat("&lt;_x000A_a\r\n", 14*MB) + `</t></is></c></row>`)
		},
		"strings": func() parts { return packageOf(`<row/>`).withStrings(strings.Repeat("<t>abcabc</t></si><si>", 8*MB)) },
		"longer strings": func() parts {
			return packageOf(`<row/>`).withStrings(strings.Repeat("<t>"+strings.Repeat("abc", 18)+"</t></si><si>", 2*MB+MB/2))
		},
		"cells": func() parts {
			return packageOf(strings.Repeat(`<row>`+strings.Repeat(`<c t="str"><v>abcdefghijklmnopqrstuvwxyzabcd</v></c>`, 10)+`</row>`, 290_000))
		},
		"numbers": func() parts {
			return packageOf(strings.Repeat(`<row>`+strings.Repeat(`<c><v>123.456</v></c>`, 10)+`</row>`, 299_000))
		},
		"rows":        func() parts { return packageOf(strings.Repeat(`<row><c><v>1</v></c></row>`, 1_040_000)) },
		"wide":        func() parts { return packageOf(strings.Repeat(`<row><c r="FAN1"><v>1</v></c></row>`, 700)) },
		"empty":       func() parts { return packageOf(strings.Repeat(`<row/>`, 1_040_000)) },
		"empty cells": func() parts { return packageOf(strings.Repeat(`<row>`+strings.Repeat(`<c/>`, 16000)+`</row>`, 2900)) },
		"utf16": func() parts {
			p := packageOf(`<row><c t="inlineStr"><is><t>` + strings.Repeat("日", 94*MB) + `</t></is></c></row>`)
			s, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(p["xl/worksheets/sheet1.xml"])
			return p.with("xl/worksheets/sheet1.xml", s)
		},
		"gbk": func() parts {
			p := packageOf(`<row><c t="inlineStr"><is><t>` + strings.Repeat("\xc8\xd5", 94*MB) + `</t></is></c></row>`)
			return p.replace("xl/worksheets/sheet1.xml", "UTF-8", "gbk")
		},
		"invalid": func() parts {
			return packageOf(`<row><c t="inlineStr"><is><t>` + strings.Repeat("\xc8a", 94*MB) + `</t></is></c></row>`)
		},
		"many": func() parts {
			var rows []string
			for range 8 {
				rows = append(rows, `<row><c t="inlineStr"><is><t>`+strings.Repeat("a", 180*MB)+`</t></is></c></row>`)
			}
			return packageOf(rows...)
		},
	}
	for name, make := range cases {
		data := make().zip(t)
		runtime.GC()
		var b *Book
		start := time.Now()
		heap, sys := peakOf(func() { b = Read(data, "x.xlsx", DefaultBounds()) })
		fmt.Printf("%-15s file %d KB heap %d MB sys %d MB %.1fs sheets %d %.200v\n", name, len(data)>>10, heap, sys, time.Since(start).Seconds(), len(b.Sheets), codes(b))
	}
}
