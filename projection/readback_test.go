package projection_test

import (
	"encoding/csv"
	"encoding/json"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
)

// readCSV reads a table back, each row as cells by column.
func readCSV(t *testing.T, text string) []map[string]string {
	t.Helper()
	r := csv.NewReader(strings.NewReader(text))
	r.Comment = '#'
	all, err := r.ReadAll()
	if err != nil || len(all) == 0 {
		t.Fatalf("%v: %s", err, text)
	}
	var records []map[string]string
	for _, cells := range all[1:] {
		record := map[string]string{}
		for i, c := range cells {
			record[all[0][i]] = c
		}
		records = append(records, record)
	}
	return records
}

// readJSONLines reads objects, one a line, numbers as they are written.
func readJSONLines(t *testing.T, text string) []map[string]any {
	t.Helper()
	var objects []map[string]any
	for line := range strings.Lines(text) {
		d := json.NewDecoder(strings.NewReader(line))
		d.UseNumber()
		var o map[string]any
		if err := d.Decode(&o); err != nil || d.More() {
			t.Fatalf("%v: %s", err, line)
		}
		objects = append(objects, o)
	}
	return objects
}

// numbers is a table of rows that a test makes up.
type numbers struct {
	about projection.About
	rows  []projection.Row
}

func (n numbers) About() projection.About        { return n.about }
func (n numbers) Rows() iter.Seq[projection.Row] { return slices.Values(n.rows) }
