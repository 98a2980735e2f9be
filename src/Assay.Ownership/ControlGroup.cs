namespace Assay.Ownership;

/// <summary>
/// An entity that controls others, and those it surely controls. A view of working memory, valid while a visitor
/// looks at it. <c>default</c> is entity 0 with nothing.
/// </summary>
public readonly ref struct ControlGroup
{
    private readonly int[] _entity;
    private readonly ReadOnlySpan<NumberRange> _ranges;

    internal ControlGroup(int[] entity, int controller, ControlRun run)
    {
        _entity = entity;
        _ranges = run.Ranges;
        Controller = controller;
        Count = run.Count;
        Joined = run.Joined;
    }

    /// <summary>Index of the controller.</summary>
    public int Controller { get; }

    /// <summary>How many entities it controls, without itself.</summary>
    public int Count { get; }

    /// <summary>Which entities it controls other than through sole controllers, as places in <see cref="JointStakes.Top"/>.</summary>
    internal ReadOnlySpan<int> Joined { get; }

    /// <summary>Visits the entities controlled, each once, in an order that depends on the graph alone.</summary>
    /// <returns>An enumerator of their indices.</returns>
    public Enumerator GetEnumerator() => new(_entity, _ranges);

    /// <summary>Writes the entities controlled, in the order in which they are visited.</summary>
    /// <param name="entities">Receives their indices.</param>
    /// <exception cref="ArgumentException"><paramref name="entities"/> has fewer than <see cref="Count"/> places.</exception>
    public void CopyTo(Span<int> entities)
    {
        foreach (NumberRange range in _ranges)
        {
            _entity.AsSpan(range.Start, range.Length).CopyTo(entities);
            entities = entities[range.Length..];
        }
    }

    /// <summary>Visits the entities of a group.</summary>
    public ref struct Enumerator
    {
        private readonly int[] _entity;
        private readonly ReadOnlySpan<NumberRange> _ranges;
        private int _range;
        private int _number;
        private int _end;

        internal Enumerator(int[] entity, ReadOnlySpan<NumberRange> ranges)
        {
            _entity = entity;
            _ranges = ranges;
            _number = -1;
            _end = 0;
        }

        /// <summary>Index of the entity visited.</summary>
        public readonly int Current => _entity[_number];

        /// <summary>Goes to the next entity.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext()
        {
            if (++_number < _end)
                return true;
            if (_range == _ranges.Length)
                return false;
            (_number, _end) = _ranges[_range++];
            return true;
        }
    }
}

/// <summary>Looks at one controller and what it controls.</summary>
/// <typeparam name="T">What the visitor gathers in.</typeparam>
/// <param name="gathered">What belongs to the part of the controllers that this one is in.</param>
/// <param name="group">The controller and what it controls; valid during the call.</param>
public delegate void ControlVisitor<T>(T gathered, ControlGroup group);
