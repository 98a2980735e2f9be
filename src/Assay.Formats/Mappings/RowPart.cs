using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Formats.Packs;
using Assay.Formats.Packs.Writing;
using Assay.Formats.Rules;

namespace Assay.Formats.Mappings;

/// <summary>Reads what rows of one pack table are made of.</summary>
internal sealed class RowPart(MappingParts reader, RuleNode node)
{
    public MappedRow? Read()
    {
        if (!node.IsMap)
        {
            node.Report("map", "no map", "table, from, where and columns", "write 'table: …' and the others");
            return null;
        }
        MappingParts.Allow(node, "table", "from", "where", "columns");
        if (MappingParts.Required(node, "table") is not { } named) return null;
        var name = named.Text();
        if (TableFormat.Find(name) is not { } table || name is "sources" or "links")
        {
            string[] known = [.. TableFormat.All.Select(format => format.Name).Where(known => known is not ("sources" or "links"))];
            named.Report("unknown-table", $"'{name}'", string.Join(", ", known), name == "sources" ? "write sources under 'sources'" : MappingParts.Nearest(name, known));
            return null;
        }
        return new MappedRow(table, InputOf(), reader.PlaceOf(node)) { Where = Conditions(), Cells = Cells(table) };
    }

    private string InputOf()
    {
        string[] known = [.. reader.Inputs.Select(input => input.Name)];
        if (node["from"] is not { } from)
        {
            if (known.Length != 1) node.Report("missing-key", "no 'from'", $"one of the inputs: {string.Join(", ", known)}", "say from which the rows are made");
            return known.Length > 0 ? known[0] : "";
        }
        var name = from.Text();
        if (!known.Contains(name)) from.Report("unknown-input", $"'{name}'", string.Join(", ", known), MappingParts.Nearest(name, known));
        return name;
    }

    private ImmutableArray<RowCondition> Conditions()
    {
        var conditions = ImmutableArray.CreateBuilder<RowCondition>();
        foreach (var (column, value) in node["where"]?.Entries() ?? [])
        {
            var place = reader.PlaceOf(value);
            if (!value.IsMap)
            {
                conditions.Add(new RowCondition(column, place) { Values = [.. value.Items().Select(item => item.Text())] });
                continue;
            }
            MappingParts.Allow(value, "is", "not", "empty");
            if (value["is"] is { } wanted) conditions.Add(new RowCondition(column, place) { Values = [.. wanted.Items().Select(item => item.Text())] });
            if (value["not"] is { } unwanted) conditions.Add(new RowCondition(column, place) { Values = [.. unwanted.Items().Select(item => item.Text())], IsNot = true });
            if (value["empty"] is { } empty) conditions.Add(new RowCondition(column, place) { Values = [""], IsNot = !empty.Flag() });
        }
        return conditions.ToImmutable();
    }

    private ImmutableArray<(string, MappedCell)> Cells(TableFormat table)
    {
        var cells = ImmutableArray.CreateBuilder<(string, MappedCell)>();
        if (MappingParts.Required(node, "columns") is not { } columns) return [];
        if (!columns.IsMap)
        {
            columns.Report("map", "no map", $"columns of {table.Name} with what they are made of", "write 'column: Their Column' lines");
            return [];
        }
        var hasShare = table.Name == "stakes";
        string[] known = hasShare ? [.. table.Columns, MappedRow.ShareCell] : [.. table.Columns];
        foreach (var (name, value) in columns.Entries())
        {
            if (!known.Contains(name)) value.Report("unknown-column", $"'{name}' of {table.Name}", string.Join(", ", known), MappingParts.Nearest(name, known));
            else if (Cell(value, table.Fields.FirstOrDefault(field => field.Name == name), isItem: false) is { } cell) cells.Add((name, cell));
        }
        var given = cells.Select(cell => cell.Item1).ToHashSet(StringComparer.Ordinal);
        foreach (var column in table.Fields.Where(column => column is { IsRequired: true, Usual: "" } && column.Kind != ColumnKind.Sources && !given.Contains(column.Name)))
            columns.Report("missing-column", $"no '{column.Name}' of {table.Name}", column.Meaning, "say what it is made of");
        foreach (var group in table.Fields.Where(column => column.OneOf.Length > 0).GroupBy(column => column.OneOf))
            if (!group.Any(column => given.Contains(column.Name)) && !(hasShare && given.Contains(MappedRow.ShareCell)))
                columns.Report("missing-column", $"none of {string.Join(", ", group.Select(column => column.Name))} of {table.Name}", "one of them", hasShare ? "say what it is made of; 'share' takes a share in words, as 25-50 %" : "say what it is made of");
        if (hasShare && given.Contains(MappedRow.ShareCell) && given.Overlaps(["share_pct", "share_min", "share_max"]))
            columns[MappedRow.ShareCell]?.Report("share-twice", "'share' beside share_pct, share_min or share_max", "one or the other", "remove one");
        return cells.ToImmutable();
    }

    private MappedCell? Cell(RuleNode value, Column? column, bool isItem)
    {
        var place = reader.PlaceOf(value);
        if (value.IsText)
        {
            var text = value.Text();
            if (text.Length == 0) value.Report("text", "nothing", "a column of the input, or a map", "write the name of their column");
            // What looks like a template is one; a column whose name has braces is written as { column: … }.
            return text.Contains('{', StringComparison.Ordinal) ? new MappedCell(place) { Template = TemplateOf(value) } : new MappedCell(place) { Columns = [text] };
        }
        if (value.IsList)
        {
            if (isItem || column is { IsList: false }) value.Report("list", "a list", "one column or template", "this column takes one value; 'first-of' takes the first that is not empty");
            return new MappedCell(place) { Items = [.. value.Items().Select(item => Cell(item, column, isItem: true)).OfType<MappedCell>()] };
        }
        MappingParts.Allow(value, "column", "first-of", "template", "value", "scheme", "translate", "split");
        string[] origins = [.. ((IEnumerable<string>)["column", "first-of", "template", "value"]).Where(key => value[key] is not null)];
        if (origins.Length != 1) value.Report("one-of", origins.Length == 0 ? "none of column, first-of, template, value" : $"{string.Join(" and ", origins)} together", "one of them", "say once what the cell is made of");
        var cell = new MappedCell(place)
        {
            Columns = [.. ((value["column"] ?? value["first-of"])?.Items() ?? []).Select(item => item.Text())],
            Template = value["template"] is { } template ? TemplateOf(template) : null,
            Constant = value["value"]?.Text(),
            Scheme = value["scheme"] is { } scheme ? SchemeOf(scheme) : "",
            Translation = value["translate"] is { } translate ? reader.TranslationFor(translate) : null,
            Separator = value["split"]?.Text() ?? "",
        };
        if (cell.Separator.Length > 0 && column is { IsList: false }) value["split"]?.Report("split", $"a list for '{column.Name}'", "a column that takes lists", "remove 'split'");
        if (cell.Constant is { } constant && column is not null) CheckConstant(value["value"]!.Value, constant, column);
        return cell;
    }

    private void CheckConstant(RuleNode value, string constant, Column column)
    {
        if (!column.Words.IsEmpty && !column.Words.Contains(constant)) value.Report("bad-word", $"'{constant}'", string.Join(" | ", column.Words), MappingParts.Nearest(constant, column.Words));
        if (column.Kind is ColumnKind.Slug && constant != Slugs.Of(constant)) value.Report("bad-id", $"'{constant}'", "lower-case letters, digits and hyphens", $"write it as {Slugs.Of(constant)}");
        if (column.Kind is ColumnKind.Date && !PartialDate.TryParse(constant, out _)) value.Report("bad-date", $"'{constant}'", "YYYY, YYYY-MM or YYYY-MM-DD", "write it so, in quotes");
        if (column.Kind is ColumnKind.Period && !Period.TryParse(constant, out _)) value.Report("bad-period", $"'{constant}'", "a year, 2024-H1, 2024-Q3, 2024-05, 2024-9M or a day", "write it so, in quotes");
        if (column.Kind is ColumnKind.Sources && !reader.HasSource(constant)) value.Report("unknown-source", $"'{constant}'", string.Join(", ", reader.SourceIds), "describe it under 'sources'");
    }

    private static TextTemplate TemplateOf(RuleNode value)
    {
        var text = value.Text();
        if (!TextTemplate.TryParse(text, out var template)) value.Report("template", $"'{text}'", "text with columns in braces, as {Country}-{Number}", "close each brace; write a brace itself twice");
        return template;
    }

    private static string SchemeOf(RuleNode value)
    {
        var text = value.Text();
        if (text.Length > 0 && text == Slugs.Of(text)) return text;
        value.Report("bad-id", $"'{text}'", "lower-case letters, digits and hyphens", "write where the ids are from, as lei or gb-coh");
        return "";
    }
}
