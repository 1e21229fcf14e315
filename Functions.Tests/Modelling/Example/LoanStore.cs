using Lexicon.Functions.Modelling;

namespace Lexicon.Functions.Tests.Modelling.Example;

internal sealed class LoanStore(TableReader reads, TableWriter writes)
{
    /// <summary>Lends a book; false: the reader has it already.</summary>
    public async Task<bool> LendAsync(Loan loan, ITableCall call)
    {
        var put = writes.Put(LoanEntity.Entity.Write(loan), LoanEntity.Key.IsAbsent);
        return (await writes.TransactAsync([put], NewToken(), call)).IsDone;
    }

    /// <summary>Renews a loan as it was read; null: somebody changed it meanwhile, or it was renewed three times.</summary>
    public async Task<Loan?> RenewAsync(Loan read, DateTimeOffset dueAt, DateTimeOffset now, ITableCall call)
    {
        var renewed = read with { DueAt = dueAt, Renewals = read.Renewals + 1, Revision = read.Revision.Next(now) };
        var condition = LoanEntity.Entity.IsUnchanged(read).And(LoanEntity.Renewals.IsBelow(3));
        var outcome = await writes.TransactAsync(
            [writes.Update(LoanEntity.KeyOf(read), Renewal(renewed), condition)], NewToken(), call);
        return outcome.IsDone ? renewed : null;
    }

    /// <summary>What a reader has at home and had, by ISBN.</summary>
    public async Task<IReadOnlyList<Loan>> OfReaderAsync(string reader, ITableCall call)
    {
        var page = await reads.QueryAsync(
            new() { Partition = $"READER#{reader}", Prefix = "LOAN#", Consistent = true, Limit = 50 }, call);
        return [.. page.Items.Select(LoanEntity.Entity.Read)];
    }

    /// <summary>What is due by then, the longest due first.</summary>
    public async Task<IReadOnlyList<Loan>> DueAsync(DateTimeOffset time, ITableCall call)
    {
        var until = Codecs.Time.Write(time).S;
        var page = await reads.QueryAsync(
            new() { Index = LoanEntity.Due, Partition = "OUT", Prefix = "0", Until = until, Consistent = false, Limit = 50 }, call);
        return [.. page.Items.Select(LoanEntity.Entity.Read)];
    }

    private static ItemUpdate Renewal(Loan renewed) => new ItemUpdate()
        .Set(LoanEntity.DueAt, renewed.DueAt)
        .Set(LoanEntity.Revision.UpdatedAt, renewed.Revision.UpdatedAt)
        .Set(LoanEntity.Due.SortKey, $"{Codecs.Time.Write(renewed.DueAt).S}#{renewed.Isbn}")
        .Add(LoanEntity.Renewals, 1)
        .Add(LoanEntity.Revision.Version, 1);

    private static string NewToken() => Guid.NewGuid().ToString();
}
