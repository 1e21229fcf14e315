using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Lexicon.Local.Lambda.EventSources.Streams;

namespace Lexicon.Local.Tests.Lambda.EventSources;

public sealed class CheckpointProperties
{
    [Fact]
    public void Checkpoint_IsBeforeEverythingThatIsNotHandled_InWhateverOrderItIsHandled() => Prop.ForAll(
        Gen.Shuffle(Enumerable.Range(0, 12)).ToArbitrary(),
        static order =>
        {
            var saved = -1;
            var checkpoint = new Checkpoint(sequence => saved = int.Parse(sequence, CultureInfo.InvariantCulture));
            var records = Enumerable.Range(0, 12).Select(Record).ToList();
            records.ForEach(checkpoint.Add);
            var handled = new HashSet<int>();
            return order.All(next =>
            {
                checkpoint.Handle([records[next]]);
                handled.Add(next);
                var before = Enumerable.Range(0, 12).TakeWhile(handled.Contains).Count();
                return saved == before - 1 && checkpoint.Count == 12 - before;
            });
        }).QuickCheckThrowOnFailure();

    private static StreamRecord Record(int number) => StreamRecord.From(
        new JsonObject
        {
            ["dynamodb"] = new JsonObject { ["SequenceNumber"] = number.ToString(CultureInfo.InvariantCulture) },
        },
        FakeStreams.Arn);
}
