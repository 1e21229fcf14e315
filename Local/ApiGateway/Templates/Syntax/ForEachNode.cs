using Lexicon.Local.ApiGateway.Templates.Values;

namespace Lexicon.Local.ApiGateway.Templates.Syntax;

/// <summary>
/// <c>#foreach</c>: at most 1,000 times, where API Gateway ends loops
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html).
/// </summary>
/// <param name="name">The variable that has the item.</param>
/// <param name="items">What is gone through.</param>
/// <param name="body">What each item writes.</param>
internal sealed class ForEachNode(string name, Expression items, Block body) : Node
{
    private const int MostIterations = 1000;
    private const string Loop = "foreach";
    private const string Count = "velocityCount";
    private const string HasNext = "velocityHasNext";

    public override Flow Render(Rendering rendering)
    {
        var list = JavaCollections.Iterate(items.Evaluate(rendering));
        string[] names = [name, Loop, Count, HasNext];
        var before = names.Select(variable => (Known: rendering.TryGet(variable, out var value), Value: value)).ToList();
        var outer = before[1].Value as LoopState;
        var flow = Flow.Next;
        for (var index = 0; index < list.Count && index < MostIterations && flow is Flow.Next; index++)
        {
            rendering.Step();
            rendering.Set(name, list[index]);
            rendering.Set(Loop, new LoopState(index, list.Count, outer));
            rendering.Set(Count, index + 1);
            rendering.Set(HasNext, index + 1 < list.Count);
            flow = body.Render(rendering);
        }

        foreach (var (variable, (known, value)) in names.Zip(before))
        {
            if (known)
            {
                rendering.Set(variable, value);
            }
            else
            {
                rendering.Remove(variable);
            }
        }

        return flow is Flow.Stop ? Flow.Stop : Flow.Next;
    }
}
