using Assay.Formats.Packs.Writing;

namespace Assay.Formats.FollowTheMoney;

/// <summary>An office: its name as a slug, and whose it is.</summary>
internal readonly record struct FtmPosition(string Office, string Name, string Of);

/// <summary>The offices of a file. One belongs to the organization that it names, else to the state, where it names one alone and no part of it.</summary>
internal sealed class FtmPositions(FtmEnds ends, FtmTally tally)
{
    private readonly Dictionary<string, FtmPosition> _byId = new(StringComparer.Ordinal);

    public void Add(FtmRecord record)
    {
        var name = record.Caption.Length > 0 && record.Caption != record.Schema.Name ? record.Caption : record.First(FtmUse.Name) ?? "";
        var office = Slugs.Of(name);
        var body = record.Only(FtmUse.Organization, out var areMore);
        var code = record.Only(FtmUse.Country, out _);
        var of = areMore ? null : body is not null ? ends.Find(body, record.Line)?.Id : code is not null && !FtmCountries.IsPart(code) ? FtmCountries.StateOf(code) : null;
        // The president of a province's federation is not the country's.
        if (record.Has(FtmUse.Part)) tally.Add("offices of parts of states", record.Line);
        else if (office.Length == 0 || of is null) tally.Add(office.Length == 0 ? "offices without a name in Latin letters" : "offices of no one state or organization", record.Line);
        else _byId[record.Id] = new FtmPosition(office, name, of);
    }

    public FtmPosition? Find(string id) => _byId.TryGetValue(id, out var position) ? position : null;
}
