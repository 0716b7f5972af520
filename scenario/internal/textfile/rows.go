package textfile

import (
	"encoding/csv"
	"errors"
	"fmt"
	"strings"
)

// Rows reads the rows of a text one by one, leaving out those with no cell filled.
type Rows struct {
	csv   *csv.Reader
	above int // lines of the file above the text
	cells int // of the row that was read last
}

// NewRows reads a text whose cells are parted by a separator and that begins after so
// many lines of its file.
func NewRows(text string, separator rune, above int) *Rows {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.ReuseRecord = separator, -1, true
	return &Rows{csv: r, above: above}
}

// Lax puts up with quotes inside cells that are not quoted as a whole.
func (r *Rows) Lax() { r.csv.LazyQuotes = true }

// Next gives the cells of the next row, without the space around them; they are
// overwritten by the next call. It ends with io.EOF; what cannot be read is a *Fault.
func (r *Rows) Next() ([]string, error) {
	for {
		cells, err := r.csv.Read()
		if err != nil {
			return nil, r.fault(err)
		}
		r.cells = len(cells)
		filled := false
		for i, c := range cells {
			cells[i] = strings.TrimSpace(c)
			filled = filled || cells[i] != ""
			if strings.Contains(cells[i], "\n") {
				line, column := r.At(i)
				return nil, &Fault{line, column, "begins a cell with a line break in it: take the break out, or add a quote that is missing"}
			}
		}
		if filled {
			return cells, nil
		}
	}
}

// fault says in plain words what encoding/csv could not read.
func (r *Rows) fault(err error) error {
	var parse *csv.ParseError
	if !errors.As(err, &parse) {
		return err // io.EOF
	}
	f := &Fault{r.above + parse.Line, parse.Column, "cannot be read: " + parse.Err.Error()}
	switch {
	case errors.Is(err, csv.ErrBareQuote):
		f.Problem = "is a quote inside a cell: put the whole cell in quotes, and double each quote in it"
	case errors.Is(err, csv.ErrQuote):
		f.Problem = "breaks a quoted cell: double each quote inside it, and end it with one"
	}
	return f
}

// At is where a cell of the row that was read last stands, both counted from 1, the column in
// bytes as by encoding/csv; of a cell beyond the last, where the last one stands.
func (r *Rows) At(i int) (line, column int) {
	line, column = r.csv.FieldPos(min(i, r.cells-1))
	return r.above + line, column
}

// Misfit says how a row does not fit into so many columns, and at which cell. A row may
// have more cells if they are empty, as spreadsheets write them.
func Misfit(cells []string, columns int) (at int, problem string) {
	if len(cells) < columns {
		return len(cells) - 1, fmt.Sprintf("is the last of %d cells, where there are %d columns: the line is cut off, or lacks separators for empty cells", len(cells), columns)
	}
	for i := columns; i < len(cells); i++ {
		if cells[i] != "" {
			return i, "is beyond the last column: give the column a name, or put a cell in quotes that has a separator in it"
		}
	}
	return 0, ""
}
