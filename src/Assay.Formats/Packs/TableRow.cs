using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Assay.Evidence;

namespace Assay.Formats.Packs;

/// <summary>
/// The row of a table that is being read. Each method reads one cell, reports what is wrong with it and then returns an empty value,
/// so that one run finds every problem.
/// </summary>
internal sealed class TableRow(TableFormat table, RowCells cells, PackContent content, StatementIds ids)
{
    /// <summary>No figure of the record is larger; of larger ones a sum or product would go beyond what a decimal holds.</summary>
    private const decimal MostNumber = 999_999_999_999_999m;

    /// <summary>The file that the row stands in.</summary>
    public string File { get; set; } = table.File;

    /// <summary>The line on which the row begins, from 1.</summary>
    public int Line { get; set; }

    /// <summary>Set where the whole row is already reported.</summary>
    public bool IsMuted { get; set; }

    public RowPlace Place => new(content.Descriptor.Name, File, Line) { IsImported = content.Descriptor.Imported.Length > 0 };

    public string Text(int column)
    {
        if (column >= cells.Count) return "";
        var text = cells[column];
        if (text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])))
        {
            Report(column, "stray-space", "a space at the edge of the cell", "none", "delete it");
            return text.Trim();
        }
        return text;
    }

    /// <summary>A text that must not be empty.</summary>
    public string Required(int column)
    {
        var text = Text(column);
        if (text.Length == 0) Report(column, "empty-cell", "nothing", $"a value for {table.Columns[column]}", "fill it in");
        return text;
    }

    /// <summary>An id or other lower-case slug that must be there.</summary>
    public string Slug(int column) => CheckSlug(column, Required(column));

    public EntityId Id(int column) => new(Slug(column));

    public EntityId? OptionalId(int column) => Text(column) is { Length: > 0 } text ? new EntityId(CheckSlug(column, text)) : null;

    public ImmutableArray<EntityId> Ids(int column)
    {
        var items = List(column);
        if (items.IsEmpty) return [];
        var found = new EntityId[items.Length];
        for (var i = 0; i < found.Length; i++) found[i] = new EntityId(CheckSlug(column, items[i]));
        return ImmutableCollectionsMarshal.AsImmutableArray(found);
    }

    /// <summary>The items of a cell joined by <c>|</c>.</summary>
    public ImmutableArray<string> List(int column)
    {
        var text = Text(column);
        if (text.Length == 0) return [];
        if (!text.Contains('|', StringComparison.Ordinal)) return [text];
        var items = text.Split('|');
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i].Length == 0 || items[i] != items[i].Trim()) Report(column, "bad-list", $"'{items[i]}'", "items joined by '|' without spaces", "delete the spare bar or space");
            else if (Array.IndexOf(items, items[i]) < i) Report(column, "listed-twice", $"'{items[i]}' twice", "each item once", "delete one");
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    public ImmutableArray<SourceId> Sources(int column)
    {
        var items = List(column);
        if (items.IsEmpty)
        {
            Report(column, "no-source", "no source", "the id of at least one row of sources.csv", "name where the row comes from");
            return [];
        }
        var sources = new SourceId[items.Length];
        for (var i = 0; i < sources.Length; i++) sources[i] = content.SourceOf(items[i]);
        return ImmutableCollectionsMarshal.AsImmutableArray(sources);
    }

    /// <summary>The id of the source that the row describes; with the pack's name where a pack before an imported one has a source of that id.</summary>
    public SourceId OwnSource(string id)
    {
        if (IdentifyUnique(id).Value != $"{table.Name}/{id}" && content.Descriptor.Imported.Length > 0) content.Renamed.Add(id);
        return content.SourceOf(id);
    }

    public PartialDate? Date(int column)
    {
        var text = Text(column);
        if (text.Length == 0) return null;
        if (PartialDate.TryParse(text, out var date)) return date;
        if (HasFormOfDate(text)) Report(column, "bad-date", $"'{text}'", "a day that the calendar has", "correct the month or the day");
        else Report(column, "bad-date", $"'{text}'", "YYYY, YYYY-MM or YYYY-MM-DD", "write the date in ISO 8601, as precise as the source");
        return null;
    }

    public Validity Validity(int from, int to, int seen = -1) => new(Date(from), Date(to), seen < 0 ? null : Date(seen));

    public Period Period(int column)
    {
        var text = Text(column);
        if (Evidence.Period.TryParse(text, out var period)) return period;
        Report(column, "bad-period", $"'{text}'", "a year, 2024-H1, 2024-Q3, 2024-05, 2024-9M or a day", "write the period in one of these forms");
        return default;
    }

    public decimal? Number(int column) => Number(column, Text(column));

    /// <summary>A number that a sign may stand before: <c>&gt;</c> or <c>&lt;</c>, which leaves the number itself out.</summary>
    public (decimal? Limit, bool IsOpen) Limit(int column, char sign) =>
        Text(column) is var text && text.StartsWith(sign) ? (Number(column, text[1..]), true) : (Number(column, text), false);

    private decimal? Number(int column, string text)
    {
        if (text.Length == 0) return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= MostNumber) return number;
        Report(column, "bad-number", $"'{text}'", "a number with a decimal point, of at most 15 digits before it", "write it without unit, space or thousands sign");
        return null;
    }

    /// <summary>A word of a closed list.</summary>
    public T Word<T>(int column, Words<T> words)
    {
        var text = Text(column);
        if (!words.TryFind(text, out var meaning)) Report(column, "bad-word", $"'{text}'", words.ToString(), $"use one of these words for {table.Columns[column]}");
        return meaning;
    }

    /// <summary>The statement's id from the parts of its key; empty parts are left out.</summary>
    public StatementId Identify(params ReadOnlySpan<string?> parts)
    {
        var key = table.Name;
        foreach (var part in parts)
            if (!string.IsNullOrEmpty(part)) key = $"{key}/{part}";
        return ids.Take(key);
    }

    /// <summary>The statement's id where the table's own id must be unique.</summary>
    public StatementId IdentifyUnique(string id)
    {
        var key = $"{table.Name}/{id}";
        if (!ids.IsFreeInPack(key)) Report(0, "duplicate-id", $"'{id}' again", "an id that no other row of the table has", "merge the two rows or rename one");
        return ids.Take(key);
    }

    /// <summary>Whether the key of a statement is still free.</summary>
    public bool IsFree(string key) => ids.IsFree($"{table.Name}/{key}");

    public void Report(int column, string code, string found, string expected, string mend)
    {
        if (!IsMuted) content.Report(File, Line, column, code, found, expected, mend);
    }

    private static bool HasFormOfDate(string text)
    {
        if (text.Length is not (4 or 7 or 10)) return false;
        for (var i = 0; i < text.Length; i++)
            if (i is 4 or 7 ? text[i] != '-' : !char.IsAsciiDigit(text[i])) return false;
        return true;
    }

    private string CheckSlug(int column, string text)
    {
        foreach (var c in text)
        {
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') continue;
            Report(column, "bad-id", $"'{text}'", "lower-case letters, digits and hyphens", "write it as a slug");
            break;
        }
        return text;
    }
}
