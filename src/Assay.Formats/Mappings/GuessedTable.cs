using System.Globalization;
using System.Text;
using Assay.Formats.FollowTheMoney;
using Assay.Formats.Mappings.Tables;

namespace Assay.Formats.Mappings;

/// <summary>What a table seems to hold, and the mapping for it.</summary>
internal sealed class GuessedTable
{
    private const int ShownValues = 8;

    // No value of a table is this, so that no row is taken.
    private const string NotAnswered = "\"write the values that say so\"";

    private readonly int _rows;
    private readonly string _encoding;
    private readonly IReadOnlyList<string> _missing;
    private readonly IReadOnlyList<GuessedColumn> _columns;
    private readonly Dictionary<string, (GuessedColumn Column, int Points)> _roles = new(StringComparer.Ordinal);

    public GuessedTable(InputTable table, IReadOnlyList<GuessedColumn> columns, int rows, string encoding, IReadOnlyList<string> missing)
    {
        (Table, _columns, _rows, _encoding, _missing) = (table, columns, rows, encoding, missing);
        Settle();
    }

    public InputTable Table { get; }

    /// <summary>The name of its input in the mapping.</summary>
    public string Name { get; set; } = "";

    // The strongest pairs of a role and a column are settled first; each column has one role and each role one column.
    private void Settle()
    {
        var pairs = _columns.SelectMany(column => ColumnWords.Embedded.RolesOf(column.Name).Where(role => role.Role != "share" || !IsCount(column)).Select(role => (role.Role, Column: column, Points: 2 * role.Points + Fit(role.Role, column))))
            .Concat(_columns.Where(column => column.Leis > 0.9).Select(column => (Role: "lei", Column: column, Points: 7)))
            .Where(pair => pair.Points > 1).OrderByDescending(pair => pair.Points).ToList();
        var taken = new HashSet<GuessedColumn>(ReferenceEqualityComparer.Instance);
        foreach (var (role, column, points) in pairs)
            if (!_roles.ContainsKey(role) && taken.Add(column)) _roles[role] = (column, points);
    }

    /// <summary>How well the values go with a role: 1 they do, 0 they say nothing, below it they speak against it.</summary>
    private static int Fit(string role, GuessedColumn column) => column.Values.Count == 0 ? -4 : role switch
    {
        "share" => column.Shares > 0.9 ? 1 : column.Shares > 0.5 ? 0 : -6,
        "from" or "to" or "seen" => column.Dates > 0.9 ? 1 : column.Dates > 0.5 ? 0 : -6,
        "year" => column.Years > 0.9 || column.Dates > 0.9 ? 1 : -6,
        "value" => column.Numbers > 0.9 ? 1 : -6,
        "lei" => column.Leis > 0.9 ? 1 : -6,
        "owner" or "asset" or "person" or "member" or "body" or "name" or "office" or "country" => column.Words > 0.9 ? 1 : column.Words > 0.5 ? 0 : -6,
        _ => 0,
    };

    // 60 of 1000 shares are no 60 percent.
    private bool IsCount(GuessedColumn column) => column.IsCount(_columns.Any(other => !ReferenceEquals(other, column) && other.Numbers > 0.9 && ColumnWords.Embedded.Says("total", other.Name)));

    private bool Has(params ReadOnlySpan<string> roles)
    {
        foreach (var role in roles)
            if (!_roles.ContainsKey(role)) return false;
        return true;
    }

    private GuessedColumn? Of(string role) => _roles.TryGetValue(role, out var found) ? found.Column : null;

    public void WriteInput(StringBuilder text, bool isAlone)
    {
        text.Append(CultureInfo.InvariantCulture, $"  - name: {Name}\n");
        if (!isAlone) text.Append(CultureInfo.InvariantCulture, $"    table: {MappingText.Quoted(Table.Name)}\n");
        if (_encoding.Length > 0) text.Append(CultureInfo.InvariantCulture, $"    encoding: {_encoding}   # not sure: the bytes are no UTF-8\n");
        if (_missing.Count > 0) text.Append(CultureInfo.InvariantCulture, $"    missing: [{string.Join(", ", _missing.Select(MappingText.Quoted))}]\n");
        if (_columns.Where(column => column.Values.Count > 0).Any(column => column.HasDecimalComma)) text.Append("    decimal: \",\"   # numbers as 12,5\n");
        if (ThousandsSign() is { } sign) text.Append(CultureInfo.InvariantCulture, $"    thousands: \"{sign}\"\n");
        var forms = ((IEnumerable<string>)["from", "to", "seen", "year"]).Select(Of).OfType<GuessedColumn>().SelectMany(column => column.DateForms).Distinct().ToList();
        // A day that is taken for a month is wrong by months, and nothing shows it.
        if (forms.Find(form => IsDayFirst(form) != IsDayFirst(forms[0])) is { } turned)
            text.Append(CultureInfo.InvariantCulture, $"    # dates: [{MappingText.Quoted(forms[0])}]   # {turned} fits as well: write the one that is meant, or the dates are refused\n");
        else if (forms.Count > 0) text.Append(CultureInfo.InvariantCulture, $"    dates: [{MappingText.Quoted(forms[0])}]{(forms.Count > 1 ? $"   # not sure: {forms[1]} fits as well" : "")}\n");
    }

    public void WriteRows(StringBuilder text)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n  # {MappingText.Comment(Table.Name)}: {_columns.Count} columns, {_rows} rows looked at.\n");
        foreach (var (role, (column, points)) in _roles.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"  #   {MappingText.Comment(column.Name)} → {role}: {(points >= 7 ? "sure" : points >= 4 ? "likely" : "a guess")}\n");
        foreach (var column in _columns.Where(column => !_roles.Values.Any(role => ReferenceEquals(role.Column, column))))
            text.Append(CultureInfo.InvariantCulture, $"  #   {MappingText.Comment(column.Name)} → not used: {(column.Values.Count == 0 ? "empty" : $"{column.Different} different values, as {MappingText.Comment(column.Values[0])}")}\n");
        var known = Packs.PackTable.All.FirstOrDefault(table => table.Columns.Select(column => column.Name).SequenceEqual(_columns.Select(column => column.Name)));
        if (known is { Name: not ("sources" or "links") }) WriteAsItIs(text, known);
        else if (Has("owner", "asset")) WriteStakes(text);
        else if (Has("person", "office") && (Of("body") ?? Of("asset") ?? Of("country")) is { } place) WritePositions(text, place);
        else if (Has("member", "body")) WriteMemberships(text);
        else if (Subject() is { } subject && Has("year", "value")) WriteMeasures(text, subject);
        else WriteEntities(text, Subject() ?? _columns[0], "organization", "what they are is not sure", isAlone: true);
    }

    private GuessedColumn? Subject() => Of("name") ?? Of("asset") ?? Of("person") ?? Of("country") ?? Of("owner") ?? _columns.FirstOrDefault(column => column.Words > 0.9) ?? Of("id");

    private void WriteAsItIs(StringBuilder text, Packs.PackTable table)
    {
        Begin(text, table.Name);
        foreach (var column in table.Columns)
            text.Append(CultureInfo.InvariantCulture, $"      {column.Name}: {(column.IsList ? $"{{ column: {column.Name}, split: \"|\" }}" : column.Name)}\n");
    }

    private void WriteStakes(StringBuilder text)
    {
        var (owner, asset) = (Of("owner")!, Of("asset")!);
        WriteEntities(text, owner, "", "by their names; not sure", isAlone: false);
        WriteEntities(text, asset, "company", "not sure", isAlone: false);
        BeginHeld(text, "stakes");
        Reference(text, "owner", owner);
        Reference(text, "asset", asset);
        if (Of("share") is { } fractions && AreFractions(fractions))
            text.Append(CultureInfo.InvariantCulture, $"      share_min: {{ value: \"0\" }}   # from nothing to all: {MappingText.Comment(fractions.Name)} has fractions of 1, it seems, and shares are in percent\n      share_max: {{ value: \"100\" }}\n");
        else if (Of("share") is { } share) Cell(text, "share", share);
        else
        {
            var why = _columns.FirstOrDefault(column => (ColumnWords.Embedded.Says("count", column.Name) || ColumnWords.Embedded.RolesOf(column.Name).Any(role => role.Role == "share")) && IsCount(column)) is { } count
                ? $"{MappingText.Comment(count.Name)} counts shares, it seems, and no column says percent" : "no column of shares was found";
            text.Append(CultureInfo.InvariantCulture, $"      share_min: {{ value: \"0\" }}   # from nothing to all: {why}\n      share_max: {{ value: \"100\" }}\n");
        }
        text.Append(CultureInfo.InvariantCulture, $"      interest: {{ value: {(Of("share") is { } told && ColumnWords.Embedded.Says("votes", told.Name) ? "votes" : "shares")} }}\n      status: {{ value: reported }}\n");
        Dates(text, "seen");
        if (Of("note") is { } note) Cell(text, "note", note);
    }

    private void WritePositions(StringBuilder text, GuessedColumn place)
    {
        WriteEntities(text, Of("person")!, "person", "", isAlone: false);
        WriteEntities(text, place, "organization", "not sure", isAlone: false);
        BeginHeld(text, "positions");
        Reference(text, "person", Of("person")!);
        Cell(text, "office", Of("office")!);
        Reference(text, "of", place);
        Dates(text, "seen");
    }

    private void WriteMemberships(StringBuilder text)
    {
        WriteEntities(text, Of("member")!, "organization", "not sure", isAlone: false);
        WriteEntities(text, Of("body")!, "group", "not sure", isAlone: false);
        BeginHeld(text, "memberships");
        Reference(text, "member", Of("member")!);
        Reference(text, "body", Of("body")!);
        text.Append("      status: { value: member }   # as members; not sure\n");
        Dates(text, "seen");
    }

    private void WriteMeasures(StringBuilder text, GuessedColumn subject)
    {
        WriteEntities(text, subject, "place", "not sure", isAlone: false);
        Begin(text, "measures");
        Reference(text, "subject", subject);
        var value = Of("value")!;
        text.Append(CultureInfo.InvariantCulture, $"      indicator: {{ value: {Slug(value.Name, "figure")} }}   # say what is measured\n");
        Cell(text, "period", Of("year")!);
        Cell(text, "value", value);
        text.Append("      unit: { value: unit }   # say in which unit\n      status: { value: reported }\n");
    }

    private void WriteEntities(StringBuilder text, GuessedColumn named, string kind, string doubt, bool isAlone)
    {
        var guessed = kind.Length > 0 ? kind : KindsOf(named);
        Begin(text, "entities");
        // An id column identifies what the row is about, which of two entities of a row is not known.
        var id = isAlone ? Of("lei") ?? (Of("id") is { } own && own.Different == own.Values.Count && own.Values.Count == _rows ? own : null) : null;
        if (id is null && named.Leis <= 0.9) text.Append("      # By their names: two of one name become one. Where a number or a country tells them apart, make the id of both by a template, here and below.\n");
        Reference(text, "id", id ?? named);
        text.Append(CultureInfo.InvariantCulture, $"      kind: {{ value: {guessed} }}{(doubt.Length > 0 ? $"   # {doubt}" : "")}\n");
        if (id is not null && named.Values.Count < _rows && !ReferenceEquals(id, named)) text.Append(CultureInfo.InvariantCulture, $"      name: {{ first-of: [{MappingText.Quoted(named.Name)}, {MappingText.Quoted(id.Name)}] }}\n");
        else Cell(text, "name", named);
        if (id is not null && ReferenceEquals(id, Of("lei"))) text.Append(CultureInfo.InvariantCulture, $"      identifiers: {{ template: {MappingText.Quoted($"lei:{{{id.Name}}}")} }}\n");
        var country = isAlone && Of("country") is { TwoLetters: > 0.9 } codes && !ReferenceEquals(codes, named) ? codes : null;
        if (country is not null) Cell(text, "country", country);
        if (isAlone && Of("note") is { } note) Cell(text, "note", note);
        if (country is null) return;
        // Where a firm is registered is not yet whose it is: a seat without dates says that it is the register's word alone.
        Begin(text, "domiciles");
        Reference(text, "entity", id ?? named);
        Cell(text, "country", country);
    }

    private static bool IsDayFirst(string form) => form.IndexOf('d', StringComparison.Ordinal) is >= 0 and var day && day < form.IndexOf('M', StringComparison.Ordinal);

    // 0.25 and 0.75 are a quarter and three quarters; read as percent they would be next to nothing.
    private static bool AreFractions(GuessedColumn column)
    {
        var shares = column.Values.Select(value => decimal.TryParse(value.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var share) ? share : (decimal?)null).ToList();
        return shares.TrueForAll(share => share is >= 0 and <= 1) && shares.Exists(share => share is > 0 and < 1);
    }

    private static string KindsOf(GuessedColumn column) =>
        column.Values.Select(ColumnWords.Embedded.KindOf).Where(kind => kind.Length > 0).GroupBy(kind => kind).OrderByDescending(kinds => kinds.Count()).FirstOrDefault()?.Key ?? "organization";

    private void Dates(StringBuilder text, params ReadOnlySpan<string> more)
    {
        foreach (var role in (string[])["from", "to", .. more])
            if (Of(role) is { } column) Cell(text, role, column);
    }

    private void Begin(StringBuilder text, string table) => text.Append(CultureInfo.InvariantCulture, $"\n  - table: {table}\n    from: {Name}\n    columns:\n");

    // What is closed, cancelled or planned must not be read as held.
    private void BeginHeld(StringBuilder text, string table)
    {
        if (Of("status") is not { } status)
        {
            Begin(text, table);
            return;
        }
        var values = status.Values.Distinct(StringComparer.Ordinal).ToLookup(value => FtmRoles.Of(value).Meaning == RoleMeaning.Held);
        var (held, others) = (string.Join(", ", values[true].Select(MappingText.Quoted)), values[false].Take(ShownValues).Select(value => MappingText.Comment(value)).ToList());
        text.Append(CultureInfo.InvariantCulture, $"\n  - table: {table}\n    from: {Name}\n    where: {{ {MappingText.Quoted(status.Name)}: {{ is: [{(held.Length > 0 ? held : NotAnswered)}] }} }}   # which values say that it is so? {(others.Count > 0 ? $"Left out as long as nobody says: {string.Join(", ", others)}" : "Others are left out")}\n    columns:\n");
    }

    private static void Cell(StringBuilder text, string name, GuessedColumn column) =>
        text.Append(CultureInfo.InvariantCulture, $"      {name}: {(column.Name.Contains('{', StringComparison.Ordinal) ? $"{{ column: {MappingText.Quoted(column.Name)} }}" : MappingText.Quoted(column.Name))}\n");

    // Names make ids as long as nothing better is there; an LEI always makes the same.
    private void Reference(StringBuilder text, string name, GuessedColumn column) =>
        text.Append(CultureInfo.InvariantCulture, $"      {name}: {{ column: {MappingText.Quoted(column.Name)}, scheme: {(column.Leis > 0.9 ? "lei" : ReferenceEquals(column, Of("id")) ? Slug(Name, "id") : "name")} }}\n");

    private static string Slug(string name, string otherwise) => Packs.Writing.Slugs.Of(name) is { Length: > 0 } slug ? slug : otherwise;

    private char? ThousandsSign()
    {
        foreach (var column in ((IEnumerable<string>)["value", "share"]).Select(Of).OfType<GuessedColumn>())
        {
            foreach (var form in (NumberForm[])[new(',', '.'), new('.', ','), new(',', ' '), new('.', ' '), new('.', '\'')])
            {
                var plain = form with { Thousands = null };
                if (column.Values.All(value => form.TryRead(value, out _)) && column.Values.Any(value => !plain.TryRead(value, out _)) && (form.Decimal == ',') == column.HasDecimalComma) return form.Thousands;
            }
        }
        return null;
    }
}
