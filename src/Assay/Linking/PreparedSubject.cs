using System.Collections.Immutable;

namespace Assay.Linking;

/// <summary>A subject whose names, identifiers and countries are ready to be compared.</summary>
internal sealed class PreparedSubject
{
    private const int MostNames = 40;
    private readonly NameReader _reader;
    private ImmutableArray<LinkedName> _bodyNames, _personNames;

    public PreparedSubject(LinkedSubject subject, LinkRules rules, NameReader reader)
    {
        (Subject, _reader) = (subject, reader);
        Identifiers = [.. subject.Identifiers.Select(text => SubjectIdentifier.Read(text, rules)).OfType<SubjectIdentifier>()];
        Countries = [.. subject.Countries.Select(text => CodeOf(text, rules, reader)).Where(code => code.Length > 0).Distinct()];
    }

    public LinkedSubject Subject { get; }

    public ImmutableArray<SubjectIdentifier> Identifiers { get; }

    /// <summary>Codes of countries.</summary>
    public ImmutableArray<string> Countries { get; }

    /// <summary>The names, read as those of a body or thing.</summary>
    public ImmutableArray<LinkedName> BodyNames => _bodyNames.IsDefault ? _bodyNames = Names(LinkedKind.Body) : _bodyNames;

    /// <summary>The names, read as those of a person.</summary>
    public ImmutableArray<LinkedName> PersonNames => _personNames.IsDefault ? _personNames = Names(LinkedKind.Person) : _personNames;

    /// <summary>The names, read as those of its kind.</summary>
    public ImmutableArray<LinkedName> NamesOfKind => Subject.Kind == LinkedKind.Person ? PersonNames : BodyNames;

    /// <summary>The usual name; null: it has no letters or digits.</summary>
    public LinkedName? UsualName(bool isPerson) => (isPerson ? PersonNames : BodyNames).FirstOrDefault(name => name.IsMain);

    private ImmutableArray<LinkedName> Names(LinkedKind kind)
    {
        var names = _reader.Names(Subject with { Kind = kind });
        return names.Length > MostNames ? names[..MostNames] : names;
    }

    private static string CodeOf(string country, LinkRules rules, NameReader reader)
    {
        var key = reader.Key(country);
        return rules.Countries.TryGetValue(key, out var code) ? code : key;
    }
}
