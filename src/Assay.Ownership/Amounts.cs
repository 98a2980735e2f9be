namespace Assay.Ownership;

/// <summary>
/// Amounts of value, one per entity that a solver looks at, laid out as the solver works: own values to be given, or
/// what is held. Made by <see cref="OwnershipSolver.NewAmounts"/> for one solver, to be used again from question to
/// question; several vectors at a time lie side by side. Not safe for use from several threads while one of them writes.
/// </summary>
public sealed class Amounts
{
    internal Amounts(OwnershipSolver solver, int vectors)
    {
        Solver = solver;
        VectorCount = vectors;
        ByPlace = LargeMemory.Zeros<double>(checked(solver.Count * vectors));
        Missed = new double[checked(solver.CycleCount * vectors)];
    }

    /// <summary>How many vectors of values these are; 1 or more.</summary>
    public int VectorCount { get; }

    /// <summary>Whose amounts.</summary>
    public OwnershipSolver Solver { get; }

    internal double[] ByPlace { get; }

    /// <summary>Per cycle and vector, by how much its members were found to miss their equations, rounding included.</summary>
    internal double[] Missed { get; }

    /// <summary>The amount of an entity in the first vector.</summary>
    /// <param name="entity">Index of the entity.</param>
    /// <returns>The amount; 0 for an entity that no value reaches.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The entity is not one; or a value is given that is negative, infinite or no number.</exception>
    /// <exception cref="InvalidOperationException">A value is given to an entity that the solver was not prepared to value.</exception>
    public double this[int entity]
    {
        get => this[entity, 0];
        set => this[entity, 0] = value;
    }

    /// <summary>The amount of an entity.</summary>
    /// <param name="entity">Index of the entity.</param>
    /// <param name="vector">Which vector, 0 to one below <see cref="VectorCount"/>.</param>
    /// <returns>The amount; 0 for an entity that no value reaches.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The entity or vector is not one; or a value is given that is negative, infinite or no number.
    /// </exception>
    /// <exception cref="InvalidOperationException">A value is given to an entity that the solver was not prepared to value.</exception>
    public double this[int entity, int vector]
    {
        get
        {
            CheckVector(vector);
            int place = Solver.PlaceOf(entity);
            return place < 0 ? 0 : ByPlace[(place * VectorCount) + vector];
        }

        set
        {
            CheckVector(vector);
            if (!(value >= 0 && double.IsFinite(value)))
                throw new ArgumentOutOfRangeException(nameof(value), value, "A value is a finite number, 0 or more.");
            int place = Solver.PlaceOf(entity);
            if (place < 0 || !Solver.MayHaveValue(entity))
                throw new InvalidOperationException($"Entity {entity} is not among those the solver was prepared to value.");
            ByPlace[(place * VectorCount) + vector] = value;
        }
    }

    /// <summary>Makes all amounts 0.</summary>
    public void Clear() => Array.Clear(ByPlace);

    /// <summary>Gives every entity its value.</summary>
    /// <param name="byEntity">One value per entity of the graph.</param>
    /// <param name="vector">Which vector.</param>
    /// <exception cref="ArgumentException">There is not one value per entity.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is negative, infinite or no number; or the vector is not one.</exception>
    /// <exception cref="InvalidOperationException">An entity that the solver was not prepared to value has one.</exception>
    public void Set(ReadOnlySpan<double> byEntity, int vector = 0)
    {
        Solver.Graph.CheckLength(byEntity.Length, nameof(byEntity));
        for (int entity = 0; entity < byEntity.Length; entity++)
        {
            if (byEntity[entity] != 0 || Solver.MayHaveValue(entity))
                this[entity, vector] = byEntity[entity];
        }
    }

    /// <summary>Writes the amounts of every entity of the graph; 0 for those that no value reaches.</summary>
    /// <param name="byEntity">Receives one amount per entity.</param>
    /// <param name="vector">Which vector.</param>
    /// <exception cref="ArgumentException">There is not one place per entity.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The vector is not one.</exception>
    public void CopyTo(Span<double> byEntity, int vector = 0)
    {
        Solver.Graph.CheckLength(byEntity.Length, nameof(byEntity));
        for (int entity = 0; entity < byEntity.Length; entity++)
            byEntity[entity] = this[entity, vector];
    }

    private void CheckVector(int vector)
    {
        if (vector < 0 || vector >= VectorCount)
            throw new ArgumentOutOfRangeException(nameof(vector), vector, $"There are {VectorCount} vectors.");
    }
}
