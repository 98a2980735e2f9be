namespace Assay.Formats.Gleif;

/// <summary>A record of level 2: one relationship of a child (the start node) to a parent (the end node), as RR-CDF 1.1 and 2.1 have it.</summary>
internal sealed class RelationshipRecord : GleifRecord
{
    public string Start { get; set; } = "";

    public string StartType { get; set; } = "";

    public string End { get; set; } = "";

    public string EndType { get; set; } = "";

    public string Type { get; set; } = "";

    public string Status { get; set; } = "";

    public List<TypedPeriod> Periods { get; } = [];

    public List<Quantifier> Quantifiers { get; } = [];

    /// <summary>By which accounting standard, in the standard's words.</summary>
    public List<string> Qualifiers { get; } = [];

    /// <summary>A period, and of what: of the relationship, of the accounts, or of the document that was filed.</summary>
    internal sealed class TypedPeriod
    {
        public string Start { get; set; } = "";

        public string End { get; set; } = "";

        public string Type { get; set; } = "";
    }

    /// <summary>An amount, and of what.</summary>
    internal sealed class Quantifier
    {
        public string Method { get; set; } = "";

        public string Amount { get; set; } = "";

        public string Units { get; set; } = "";
    }

    public override void Open(string element)
    {
        if (element == "RelationshipPeriod") Periods.Add(new TypedPeriod());
        else if (element == "RelationshipQuantifier") Quantifiers.Add(new Quantifier());
    }

    protected override void Clear()
    {
        (Start, StartType, End, EndType, Type, Status) = ("", "", "", "", "", "");
        Periods.Clear();
        Quantifiers.Clear();
        Qualifiers.Clear();
    }

    protected override bool TakeOwn(ReadOnlySpan<string> path, string text)
    {
        if (path.Length < 2 || path[0] != "Relationship") return false;
        return (path[1], path[^1]) switch
        {
            ("StartNode", "NodeID") => Set(Start = text),
            ("StartNode", "NodeIDType") => Set(StartType = text),
            ("EndNode", "NodeID") => Set(End = text),
            ("EndNode", "NodeIDType") => Set(EndType = text),
            ("RelationshipType", _) => Set(Type = text),
            ("RelationshipStatus", _) => Set(Status = text),
            ("RelationshipPeriods", "StartDate") when Periods.Count > 0 => Set(Periods[^1].Start = text),
            ("RelationshipPeriods", "EndDate") when Periods.Count > 0 => Set(Periods[^1].End = text),
            ("RelationshipPeriods", "PeriodType") when Periods.Count > 0 => Set(Periods[^1].Type = text),
            ("RelationshipQualifiers", "QualifierDimension") => true,
            ("RelationshipQualifiers", "QualifierCategory") => Add(text),
            ("RelationshipQuantifiers", "MeasurementMethod") when Quantifiers.Count > 0 => Set(Quantifiers[^1].Method = text),
            ("RelationshipQuantifiers", "QuantifierAmount") when Quantifiers.Count > 0 => Set(Quantifiers[^1].Amount = text),
            ("RelationshipQuantifiers", "QuantifierUnits") when Quantifiers.Count > 0 => Set(Quantifiers[^1].Units = text),
            _ => false,
        };
    }

    private static bool Set(string _) => true;

    private bool Add(string qualifier)
    {
        Qualifiers.Add(qualifier);
        return true;
    }
}
