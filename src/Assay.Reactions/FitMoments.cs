namespace Assay.Reactions;

/// <summary>Sums over one side's intercepts i and factors f, and what its ratings leave unexplained.</summary>
internal record struct FitMoments
{
    public double Intercepts;
    public double InterceptSquares;
    public double Factors;
    public double FactorSquares;
    public double Products;

    /// <summary>The squared errors of the ratings.</summary>
    public double SquaredErrors;

    public void Add(in FitMoments other)
    {
        Intercepts += other.Intercepts;
        InterceptSquares += other.InterceptSquares;
        Factors += other.Factors;
        FactorSquares += other.FactorSquares;
        Products += other.Products;
        SquaredErrors += other.SquaredErrors;
    }

    /// <summary>The means over so many.</summary>
    public readonly FitMoments Over(int count) => new()
    {
        Intercepts = Intercepts / count,
        InterceptSquares = InterceptSquares / count,
        Factors = Factors / count,
        FactorSquares = FactorSquares / count,
        Products = Products / count,
        SquaredErrors = SquaredErrors,
    };

    /// <summary>The means after i ← i + slope·f + shift, then f ← stretch·(f + push).</summary>
    public readonly FitMoments Moved(in FitMove move)
    {
        (double a, double b) = (move.Slope, move.Shift);
        double push = move.Push;
        double products = Products + a * FactorSquares + b * Factors + push * (Intercepts + a * Factors + b);
        return new FitMoments
        {
            Intercepts = Intercepts + a * Factors + b,
            InterceptSquares = InterceptSquares + a * a * FactorSquares + b * b + 2 * (a * Products + b * Intercepts + a * b * Factors),
            Factors = move.Stretch * (Factors + push),
            FactorSquares = move.Stretch * move.Stretch * (FactorSquares + 2 * push * Factors + push * push),
            Products = move.Stretch * products,
            SquaredErrors = SquaredErrors,
        };
    }
}
