package projection_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim"
	"github.com/pledgesim/pledgesim/projection"
)

// everyTable gives each kind of table of this package.
func everyTable(t *testing.T) map[string][]projection.Tabular {
	t.Helper()
	all := tables(t)
	maps.Copy(all, simulatedTables(t))
	maps.Copy(all, backtestTables(t))
	return all
}

// written is the text of tables in a format.
func written(t *testing.T, format string, ts ...projection.Tabular) string {
	t.Helper()
	var b bytes.Buffer
	if err := projection.Write(&b, format, ts...); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// The golden files lock every column, word and number of every table in every format.
func TestTablesAreAsPrinted(t *testing.T) {
	for name, ts := range everyTable(t) {
		for _, format := range projection.Formats() {
			golden(t, name+"."+format, []byte(written(t, format, ts...)))
		}
	}
}

// No table of this package is left out above: each type that has rows is there.
func TestEveryTableIsTested(t *testing.T) {
	tested := map[string]bool{"discrepancies": true} // no run, so that TestDiscrepanciesAreAsPrinted has it
	for _, ts := range everyTable(t) {
		for _, table := range ts {
			name := fmt.Sprintf("%T", table) // such as *projection.Result
			tested[name[strings.LastIndex(name, ".")+1:]] = true
		}
	}
	files, err := fs.Glob(os.DirFS("."), "*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	found := 0
	for _, file := range files {
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range f.Decls {
			method, ok := decl.(*ast.FuncDecl)
			if !ok || method.Recv == nil || method.Name.Name != "Rows" || strings.HasSuffix(file, "_test.go") {
				continue
			}
			receiver := method.Recv.List[0].Type
			if pointer, ok := receiver.(*ast.StarExpr); ok {
				receiver = pointer.X
			}
			found++
			if name := fmt.Sprint(receiver); !tested[name] {
				t.Errorf("%s: the table %s is not in everyTable", file, name)
			}
		}
	}
	if found < 20 {
		t.Errorf("only %d tables were found in the source", found)
	}
}

// Every output names edition, scenario, assumptions and version, and that of a simulation how many
// draws it has from which seed.
func TestEveryTableNamesItsOrigin(t *testing.T) {
	simulated, backtested := simulatedTables(t), backtestTables(t)
	for name, ts := range everyTable(t) {
		want := []string{"illustration", "base year 2022"}
		if simulated[name] != nil {
			want = append(want, "000 draws", "seed 1")
		}
		if backtested[name] != nil {
			want = []string{"outcomes: history", "200 draws at each origin", "seed 3"}
		}
		want = append(want, "pledgesim "+pledgesim.Version)
		for r := range ts[0].Rows() {
			want = append(want, strings.Trim(fmt.Sprintf("%q", r.Scenario), `"`))
			break
		}
		for _, format := range projection.Formats() {
			text := strings.Join(strings.Fields(written(t, format, ts...)), " ")
			for _, w := range append(want, "growth: GDP g") { // as assumptions are worded
				if format == "iamc" && strings.HasPrefix(w, "growth") {
					continue // has no place for them
				}
				if !strings.Contains(text, w) {
					t.Errorf("%s as %s does not say %q", name, format, w)
				}
			}
		}
	}
}

// A machine reads the same numbers from each format that is meant for one.
func TestFormatsAgree(t *testing.T) {
	for name, ts := range everyTable(t) {
		records := readCSV(t, written(t, "csv", ts...))
		rows := readJSONLines(t, written(t, "jsonl", ts...))[1:]
		want := 0
		for _, table := range ts {
			want += len(slices.Collect(table.Rows()))
		}
		if len(records) != want || len(rows) != want {
			t.Fatalf("%s: %d records and %d objects for %d rows", name, len(records), len(rows), want)
		}
		for i, record := range records {
			for key, cell := range record {
				value := ""
				if v := rows[i][key]; v != nil {
					value = fmt.Sprint(v)
				}
				if value != cell {
					t.Errorf("%s: row %d, %s: %q in CSV, %q in JSON Lines", name, i+1, key, cell, value)
				}
			}
		}
	}
}
