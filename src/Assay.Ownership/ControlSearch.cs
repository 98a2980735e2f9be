namespace Assay.Ownership;

/// <summary>
/// Control by several entities that act as one, and control that is possible only: what a <see cref="ControlMap"/> does
/// not list. Answers reuse working memory: one search serves many questions, one thread at a time; searches on the same
/// map share the map.
/// </summary>
/// <remarks>
/// <para>
/// The definition is that of <see cref="ControlMap"/>, of Ross and Sagiv, with the controllers counted as one. <em>Surely</em> is
/// as there. <em>Possibly</em> counts the most that members can hold, where an asset's unknown part may belong to owners the
/// controllers stand behind: of an entity of which more than half is unknown, anybody may be in control. It is exact too:
/// there is one completion in which everything so listed is controlled. A veto leaves control possible; a right that
/// confers control makes it sure.
/// </para>
/// <para>
/// The first question of a graph, and the first about what is possible of a map, take time proportional to entities and
/// stakes; after that a question takes time and memory by the stakes that are looked at.
/// </para>
/// </remarks>
public sealed class ControlSearch
{
    private readonly ControlMap _map;
    private readonly ControlSpread _sure;
    private ControlSpread? _possible;

    /// <summary>A search on a map.</summary>
    /// <param name="map">The map.</param>
    /// <exception cref="ArgumentNullException"><paramref name="map"/> is null.</exception>
    public ControlSearch(ControlMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        _map = map;
        _sure = new ControlSpread(map.Rule, null);
    }

    /// <summary>Finds what controllers surely control. Takes one visit per stake held by them and what they control.</summary>
    /// <param name="controllers">One entity, or several that act as one.</param>
    /// <returns>
    /// The entities controlled, in the order in which control reaches them, without the controllers. The span is
    /// valid until the next question.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A controller is not an entity.</exception>
    public ReadOnlySpan<int> FindControlled(ReadOnlySpan<int> controllers)
    {
        foreach (int controller in controllers)
            _map.Rule.Graph.CheckEntity(controller);
        _sure.Spread(controllers);
        return _sure.Joined;
    }

    /// <summary>Judges whether controllers control an entity.</summary>
    /// <param name="controllers">One entity, or several that act as one.</param>
    /// <param name="entity">The entity; if it is among the controllers the answer is that they surely do.</param>
    /// <returns>Surely, possibly, or surely not.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An index is not an entity.</exception>
    public Certainty Judge(ReadOnlySpan<int> controllers, int entity)
    {
        _map.Rule.Graph.CheckEntity(entity);
        FindControlled(controllers);
        if (_sure.IsMember(entity))
            return Certainty.Surely;
        return SpreadPossible(controllers).IsMember(entity) ? Certainty.Possibly : Certainty.SurelyNot;
    }

    /// <summary>Judges for every entity whether controllers control it.</summary>
    /// <param name="controllers">One entity, or several that act as one; they count as surely controlled.</param>
    /// <param name="certainties">Receives one answer per entity.</param>
    /// <exception cref="ArgumentOutOfRangeException">A controller is not an entity.</exception>
    /// <exception cref="ArgumentException"><paramref name="certainties"/> does not have one place per entity.</exception>
    public void Judge(ReadOnlySpan<int> controllers, Span<Certainty> certainties)
    {
        _map.Rule.Graph.CheckLength(certainties.Length, nameof(certainties));
        FindControlled(controllers);
        ControlSpread possible = SpreadPossible(controllers);
        for (int entity = 0; entity < certainties.Length; entity++)
        {
            certainties[entity] = _sure.IsMember(entity) ? Certainty.Surely
                : possible.IsMember(entity) ? Certainty.Possibly
                : Certainty.SurelyNot;
        }
    }

    private ControlSpread SpreadPossible(ReadOnlySpan<int> controllers)
    {
        _possible ??= new ControlSpread(_map.Rule, _map.Possible);
        _possible.Spread(controllers);
        return _possible;
    }
}
