package workbook

// Block is a rectangle of cells. Rows and columns count from 1; the last ones belong to it.
type Block struct{ Row, Column, LastRow, LastColumn int }
