using Sylvan.Data.Csv;

namespace Assay.Formats.Gleif;

/// <summary>The columns of the golden copy of relationships (<c>rr</c>).</summary>
internal sealed class RelationshipColumns : GleifColumns<RelationshipRecord>
{
    /// <summary>Without these no record can be read. What a period is of decides whether it is the relationship's.</summary>
    public static readonly string[] Essential =
    [
        "Relationship.StartNode.NodeID", "Relationship.EndNode.NodeID", "Relationship.RelationshipType", "Relationship.RelationshipStatus",
        "Relationship.Period.1.startDate", "Relationship.Period.1.endDate", "Relationship.Period.1.periodType", "Registration.RegistrationStatus",
    ];

    private readonly int _start, _startType, _end, _endType, _type, _status;
    private readonly int[] _periodStarts, _periodEnds, _periodTypes, _qualifiers, _methods, _amounts, _units;

    public RelationshipColumns(GleifHeader header) : base(header)
    {
        (_start, _startType) = (header.Find("Relationship.StartNode.NodeID"), header.Find("Relationship.StartNode.NodeIDType"));
        (_end, _endType) = (header.Find("Relationship.EndNode.NodeID"), header.Find("Relationship.EndNode.NodeIDType"));
        (_type, _status) = (header.Find("Relationship.RelationshipType"), header.Find("Relationship.RelationshipStatus"));
        const string period = "Relationship.Period.", quantifier = "Relationship.Quantifiers.", qualifier = "Relationship.Qualifiers.";
        (_periodStarts, _periodEnds, _periodTypes) = (header.FindAll(period, ".startDate"), header.FindAll(period, ".endDate"), header.FindAll(period, ".periodType"));
        header.FindAll(qualifier, ".QualifierDimension");
        _qualifiers = header.FindAll(qualifier, ".QualifierCategory");
        (_methods, _amounts, _units) = (header.FindAll(quantifier, ".MeasurementMethod"), header.FindAll(quantifier, ".QuantifierAmount"), header.FindAll(quantifier, ".QuantifierUnits"));
        Rest = header.Rest();
    }

    /// <summary>A column without which a period of this header cannot be told from others: a slot with days must say what it is of, and when it ends.</summary>
    public static string? MissingOf(GleifHeader header)
    {
        for (var i = 1; header.Has($"Relationship.Period.{i}.startDate") || header.Has($"Relationship.Period.{i}.endDate") || header.Has($"Relationship.Period.{i}.periodType"); i++)
            foreach (var part in (ReadOnlySpan<string>)["startDate", "endDate", "periodType"])
                if (!header.Has($"Relationship.Period.{i}.{part}")) return $"Relationship.Period.{i}.{part}";
        return null;
    }

    protected override void FillOwn(CsvDataReader csv, RelationshipRecord record)
    {
        (record.Start, record.StartType) = (Text(csv, _start), Text(csv, _startType));
        (record.End, record.EndType) = (Text(csv, _end), Text(csv, _endType));
        (record.Type, record.Status) = (Text(csv, _type), Text(csv, _status));
        for (var i = 0; i < _periodTypes.Length; i++)
        {
            var (type, start, end) = (Text(csv, _periodTypes[i]), Text(csv, At(_periodStarts, i)), Text(csv, At(_periodEnds, i)));
            if (type.Length + start.Length + end.Length > 0) record.Periods.Add(new RelationshipRecord.TypedPeriod { Start = start, End = end, Type = type });
        }
        foreach (var place in _qualifiers)
            if (Text(csv, place) is { Length: > 0 } category) record.Qualifiers.Add(category);
        for (var i = 0; i < _amounts.Length; i++)
            if (Text(csv, _amounts[i]) is { Length: > 0 } amount)
                record.Quantifiers.Add(new RelationshipRecord.Quantifier { Amount = amount, Method = Text(csv, At(_methods, i)), Units = Text(csv, At(_units, i)) });
    }
}
