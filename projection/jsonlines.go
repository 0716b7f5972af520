package projection

import (
	"bytes"
	"encoding/json"
	"io"
)

// tableJSON is the first line of JSON Lines: what is said of the table.
type tableJSON struct {
	Title       string   `json:"title"`
	Editions    []string `json:"editions"`
	Assumptions []string `json:"assumptions"`
	Notes       []string `json:"notes"`
	Warnings    []string `json:"warnings"`
	Version     string   `json:"version"`
}

// rowJSON is each further line: a Row.
type rowJSON struct {
	Scenario string          `json:"scenario"`
	Member   string          `json:"member"`
	Name     string          `json:"name"`
	Case     string          `json:"case"`
	Variable string          `json:"variable"`
	Unit     string          `json:"unit"`
	Year     json.RawMessage `json:"year"`
	Stat     string          `json:"stat"`
	Edition  string          `json:"edition"`
	Value    json.RawMessage `json:"value"`
	StdErr   json.RawMessage `json:"stderr"`
	Text     string          `json:"text"`
}

// WriteJSONLines writes tables as JSON Lines, a JSON object on each line. The first
// says what holds for all numbers: title, editions, assumptions, notes, warnings and the
// version of this library. Each other is a row with the fields of [Row] under the names
// of the columns of [WriteCSV]: scenario, member, name, case, variable, unit, year, stat,
// edition, value, stderr and text. Year, value and stderr are numbers, of 12 significant
// digits, or null where there is none; the others are texts, which may be empty.
func WriteJSONLines(w io.Writer, ts ...Tabular) error { return Write(w, "jsonl", ts...) }

func writeJSONLines(b *bytes.Buffer, ts []Tabular, a About) error {
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	list := func(lines []string) []string {
		all := []string{} // never null
		for _, l := range lines {
			all = append(all, oneLine(l))
		}
		return all
	}
	err := e.Encode(tableJSON{oneLine(a.Title), list(a.Editions), list(a.Assumptions), list(a.Notes), list(texts(a.Warnings)), software})
	for _, t := range ts {
		for r := range t.Rows() {
			if err != nil {
				return err
			}
			err = e.Encode(rowJSON{
				r.Scenario, r.Member, r.Name, r.Case, r.Variable, r.Unit, numberJSON(yearText(r.Year)), r.Stat,
				r.Edition, numberJSON(decimal(r.Value)), numberJSON(stderrText(r)), r.Text,
			})
		}
	}
	return err
}

// numberJSON is a number as JSON; null for none.
func numberJSON(text string) json.RawMessage {
	if text == "" {
		return nil
	}
	return json.RawMessage(text)
}
