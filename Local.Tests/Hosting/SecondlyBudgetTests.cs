using Lexicon.Local.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Lexicon.Local.Tests.Hosting;

public sealed class SecondlyBudgetTests
{
    [Fact]
    public void Budget_OfASecond_IsThereAgainInTheNext()
    {
        var time = new FakeTimeProvider();
        var budget = new SecondlyBudget(2, time);

        Assert.Equal([true, true, false, false], Enumerable.Range(0, 4).Select(_ => budget.Take()));

        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([true, true, false], Enumerable.Range(0, 3).Select(_ => budget.Take()));
    }
}
