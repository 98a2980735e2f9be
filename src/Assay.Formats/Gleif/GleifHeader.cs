namespace Assay.Formats.Gleif;

/// <summary>The header of a CSV file: where each column stands, and which of them nobody asked for.</summary>
internal sealed class GleifHeader
{
    // GLEIF's own files number repeated fields up to 5.
    private const int MostRepeated = 20;

    private readonly Dictionary<string, int> _places = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<int> _asked = [];

    /// <summary>Reads the names of the columns.</summary>
    public GleifHeader(IReadOnlyList<string> names)
    {
        Count = names.Count;
        for (var i = 0; i < names.Count; i++)
            if (!_places.TryAdd(names[i].Trim(), i)) Repeated ??= names[i].Trim();
    }

    /// <summary>How many columns there are.</summary>
    public int Count { get; }

    /// <summary>A name that two columns have; null where none is.</summary>
    public string? Repeated { get; }

    /// <summary>Whether there is such a column.</summary>
    public bool Has(string name) => _places.ContainsKey(name);

    /// <summary>Whether a column's name begins so.</summary>
    public bool HasAny(string prefix) => _places.Keys.Any(name => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    /// <summary>Where a column stands; -1: there is none.</summary>
    public int Find(string name)
    {
        if (!_places.TryGetValue(name, out var place)) return -1;
        _asked.Add(place);
        return place;
    }

    /// <summary>Where the columns of a repeated field stand: <c>PREFIX1SUFFIX</c>, <c>PREFIX2SUFFIX</c> …; -1 where one is missing between others.</summary>
    public int[] FindAll(string prefix, string suffix)
    {
        var found = new List<int>();
        for (var i = 1; i <= MostRepeated; i++) found.Add(Find($"{prefix}{i}{suffix}"));
        return [.. found.Take(found.FindLastIndex(place => place >= 0) + 1)];
    }

    /// <summary>The column in which a delta file says that a record was taken out; -1: there is none.</summary>
    public int FindDeletion() => _places.Keys.FirstOrDefault(name => name.EndsWith("DeletedAt", StringComparison.OrdinalIgnoreCase)) is { } name ? Find(name) : -1;

    /// <summary>The columns that nobody asked for, by what they are.</summary>
    public (string What, int[] Places)[] Rest() => [.. _places.Where(column => !_asked.Contains(column.Value))
        .GroupBy(column => GleifFields.WhatOf([.. column.Key.Split('.').Where(part => !int.TryParse(part, out _)).DefaultIfEmpty("")]), column => column.Value, StringComparer.Ordinal)
        .Select(group => (group.Key, group.Order().ToArray()))];
}
