package audit

import (
	"reflect"
	"testing"
)

// TestOnly looks at every list of the data: what is of another factory is in none of them, whatever lists there will be.
func TestOnly(t *testing.T) {
	a, b := &Factory{ID: "A"}, &Factory{ID: "B"}
	d := &Data{Factories: []*Factory{a, b}, Prices: make([]Price, 1)}
	lists := reflect.ValueOf(d).Elem()
	perFactory := 0
	for i := range lists.NumField() {
		list := lists.Field(i)
		if list.Kind() != reflect.Slice || list.Type().Elem().Kind() != reflect.Struct || !hasFactory(list.Type().Elem()) {
			continue
		}
		perFactory++
		for _, f := range []*Factory{a, b, b} {
			row := reflect.New(list.Type().Elem()).Elem()
			row.FieldByName("Factory").Set(reflect.ValueOf(f))
			list.Set(reflect.Append(list, row))
		}
	}
	only := reflect.ValueOf(d.Only([]*Factory{a})).Elem()
	for i := range only.NumField() {
		list := only.Field(i)
		if list.Kind() == reflect.Slice && list.Type().Elem().Kind() == reflect.Struct && hasFactory(list.Type().Elem()) && list.Len() != 1 {
			t.Errorf("%s has %d rows, not that of A alone", only.Type().Field(i).Name, list.Len())
		}
	}
	if perFactory < 7 || len(d.Factories) != 2 || only.FieldByName("Factories").Len() != 1 || only.FieldByName("Prices").Len() != 1 {
		t.Errorf("%d lists of factories' rows; %d factories", perFactory, len(d.Factories))
	}
}

func hasFactory(row reflect.Type) bool {
	field, has := row.FieldByName("Factory")
	return has && field.Type == reflect.TypeFor[*Factory]()
}
