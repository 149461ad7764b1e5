package workbook

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestPack holds that rows come back as they were, whatever they hold and however much of it differs.
func TestPack(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 2))
	texts := []string{"", "84.5", "Stitching 1", "线", "\x00", "a,b"}
	for _, n := range []int{0, 1, 50, mostSeen + 500} {
		rows := make([]Row, n)
		for i := range rows {
			rows[i] = Row{Index: 3*i + 1, Fields: chance.IntN(3), Cells: make([]Cell, chance.IntN(5))}
			for j := range rows[i].Cells {
				rows[i].Cells[j] = Cell{Kind: Kind(chance.IntN(int(Refused) + 1)), Duration: chance.IntN(2) == 1,
					Number: chance.NormFloat64() * 1e6, Text: texts[chance.IntN(len(texts))] + fmt.Sprint(chance.IntN(9))}
			}
		}
		if diff := cmp.Diff(rows, Pack(rows).Rows(), cmp.Comparer(func(a, b []Cell) bool { return slices.Equal(a, b) })); diff != "" {
			t.Errorf("%d rows (-want +got):\n%.400s", n, diff)
		}
	}
}

// TestPackIsSmall holds that a sheet as auditors send it takes a tenth of its room.
func TestPackIsSmall(t *testing.T) {
	var rows []Row
	for i := range 10_000 {
		rows = append(rows, Row{Index: i + 2, Cells: []Cell{{Kind: Text, Text: fmt.Sprint("VN-", i/240)}, {Kind: Date, Number: 46000 + float64(i%12)},
			{Kind: Text, Text: "Stitching line"}, {Kind: Number, Number: float64(i % 200), Text: fmt.Sprint(i % 200)}, {Kind: Text, Text: "dB(A)"}}})
	}
	if p := Pack(rows); len(p.data)+32*len(p.seen) > 150_000 { // 50,000 cells of 32 bytes
		t.Errorf("%d bytes and %d cells", len(p.data), len(p.seen))
	}
}
