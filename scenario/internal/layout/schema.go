package layout

import "github.com/pledgesim/pledgesim/scenario/internal/jsontree"

// Schema describes documents in JSON Schema, draft 2020-12.
func (l *Layout) Schema(title string) *jsontree.Node {
	root := jsontree.NewObject()
	root.Set("$schema", jsontree.NewText("https://json-schema.org/draft/2020-12/schema"))
	root.Set("title", jsontree.NewText(title))
	root.Members = append(root.Members, Object{l.Root}.Schema().Members...)
	defs := jsontree.NewObject()
	for _, f := range l.Families {
		defs.Set(f.Name, f.schema())
		for _, m := range f.Kinds {
			defs.Set(f.Name+"-"+m.Kind, Object{m}.Schema())
		}
	}
	root.Set("$defs", defs)
	return root
}

// Keys makes an object of keys and values in turns; a value may be a text.
func Keys(pairs ...any) *jsontree.Node {
	n := jsontree.NewObject()
	for i := 0; i+1 < len(pairs); i += 2 {
		key, _ := pairs[i].(string)
		switch value := pairs[i+1].(type) {
		case string:
			n.Set(key, jsontree.NewText(value))
		case *jsontree.Node:
			n.Set(key, value)
		}
	}
	return n
}

// schema describes a part by its kind, and all else by what the kind says.
func (f *Family) schema() *jsontree.Node {
	all := jsontree.NewArray()
	for _, m := range f.Kinds {
		is := Keys("required", jsontree.Texts("kind"), "properties", Keys("kind", Keys("const", m.Kind)))
		all.Items = append(all.Items, Keys("if", is, "then", Keys("$ref", "#/$defs/"+f.Name+"-"+m.Kind)))
	}
	return Keys("type", "object", "required", jsontree.Texts("kind"),
		"properties", Keys("kind", Keys("enum", jsontree.Texts(f.names()...))), "allOf", all)
}

// Schema refers to the family.
func (f Part) Schema() *jsontree.Node {
	family := Keys("$ref", "#/$defs/"+f.Family)
	if f.Null {
		return Keys("anyOf", jsontree.NewArray(family, Keys("type", "null")))
	}
	return family
}

// Schema describes the keys of the object.
func (f Object) Schema() *jsontree.Node {
	properties, required := jsontree.NewObject(), []string{}
	if f.Kind != "" {
		properties.Set("kind", Keys("const", f.Kind))
		required = append(required, "kind")
	}
	for _, field := range f.Fields {
		value := field.Form.Schema()
		value.Set("description", jsontree.NewText(field.Doc))
		properties.Set(field.Key, value)
		if field.Need {
			required = append(required, field.Key)
		}
	}
	n := Keys("type", "object", "description", f.Doc, "properties", properties)
	if len(required) > 0 {
		n.Set("required", jsontree.Texts(required...))
	}
	n.Set("additionalProperties", jsontree.NewBool(false))
	return n
}

// Schema describes the values.
func (f List) Schema() *jsontree.Node { return Keys("type", "array", "items", f.Of.Schema()) }

// Schema describes the values.
func (f Map) Schema() *jsontree.Node {
	return Keys("type", "object", "additionalProperties", f.Of.Schema())
}

// Schema gives the bounds.
func (f Number) Schema() *jsontree.Node {
	n := Keys("type", "number")
	if f.Whole {
		n = Keys("type", "integer")
	}
	low, high := f.Bounds.ends()
	if f.Bounds.openLow() {
		n.Set("exclusiveMinimum", jsontree.NewNumber(low))
	} else {
		n.Set("minimum", jsontree.NewNumber(low))
	}
	switch {
	case high == "inf":
	case f.Bounds.openHigh():
		n.Set("exclusiveMaximum", jsontree.NewNumber(high))
	default:
		n.Set("maximum", jsontree.NewNumber(high))
	}
	return n
}

// Schema takes any text.
func (Text) Schema() *jsontree.Node { return Keys("type", "string") }

// Schema lists the words.
func (f Choice) Schema() *jsontree.Node { return Keys("enum", jsontree.Texts(f...)) }

// Schema gives the form of a date.
func (Day) Schema() *jsontree.Node {
	return Keys("type", "string", "format", "date", "pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
}
