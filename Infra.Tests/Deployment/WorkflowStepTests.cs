using YamlDotNet.RepresentationModel;

namespace Lexicon.Infra.Tests.Deployment;

/// <summary>What the workflows of GitHub run, step by step, and when: whatever else ran would run with the rights of a deployment.</summary>
public sealed class WorkflowStepTests
{
    private const string Tools = """
        actions/checkout (persist-credentials: false)
        actions/setup-dotnet (global-json-file: global.json)
        actions/setup-node (node-version: 22)
        """;

    [Theory]
    [InlineData("check.yml", "pull_request, push: (branches-ignore: [main]), workflow_call")]
    [InlineData("deploy.yml", "push: (branches: [main]), workflow_dispatch")]
    [InlineData("stage.yml", "workflow_call: (inputs: (stage: (required: true, type: string)))")]
    public void Workflow_StartsOnTheseEvents_AndNoOthers(string workflow, string triggers) =>
        Assert.Equal(triggers, Workflow.InWords(Workflow.Named(workflow).Root["on"]));

    [Theory]
    [InlineData("check.yml", "concurrency jobs name on permissions")]
    [InlineData("deploy.yml", "concurrency jobs name on permissions")]
    [InlineData("stage.yml", "jobs name on permissions")]
    public void Workflow_SaysNothingElseForAllOfItsJobs(string workflow, string members) =>
        Assert.Equal(members, Members(Workflow.Named(workflow).Root));

    // No `if` but that of dev (WorkflowTests), which would leave a job out, no `continue-on-error`, no `container`.
    [Theory]
    [InlineData("check.yml", "test", "permissions runs-on steps timeout-minutes")]
    [InlineData("check.yml", "lint", "permissions runs-on steps timeout-minutes")]
    [InlineData("deploy.yml", "check", "permissions uses")]
    [InlineData("deploy.yml", "dev", "if needs permissions uses with")]
    [InlineData("deploy.yml", "prod", "needs permissions uses with")]
    [InlineData("stage.yml", "deploy", "concurrency env environment permissions runs-on steps timeout-minutes")]
    public void Job_SaysTheseThings_AndNoOthers(string workflow, string job, string members) =>
        Assert.Equal(members, Members(Workflow.Named(workflow).Job(job)));

    [Theory]
    [InlineData("test", "make test")]
    [InlineData("lint", "make lint")]
    public void Check_TakesTheTools_AndRunsOneCommand(string job, string command) =>
        Assert.Equal([.. Tools.Split('\n'), command], StepsOf("check.yml", job));

    [Fact]
    public void Stage_BuildsWithTheTools_ThenTakesTheRole_DeploysItsOwnStacks_AndAsksTheSite() => Assert.Equal(
        [
            .. Tools.Split('\n'),
            """
            npm ci --no-audit --no-fund
            npx cdk synth --quiet -c "stage=$STAGE" -c "githubRepository=$REPOSITORY"
            """,
            "aws-actions/configure-aws-credentials (role-to-assume: ${{ vars.DEPLOY_ROLE_ARN }}, " +
                "role-session-name: lexicon-${{ inputs.stage }}-${{ github.run_id }}, role-duration-seconds: 3600, aws-region: us-east-1)",
            """npx cdk deploy "Lexicon-$STAGE/*" --app cdk.out --build true --require-approval never --outputs-file outputs.json""",
            """
            site=$(jq -r ".[\"Lexicon-$STAGE-Site\"].SiteUrl" outputs.json)
            curl --fail --silent --show-error --retry 10 --retry-all-errors --max-time 20 "$site/" --output /dev/null
            curl --fail --silent --show-error --retry 10 --retry-all-errors --max-time 20 "$site/api/glossaries"
            """,
        ],
        StepsOf("stage.yml", "deploy"));

    [Fact]
    public void Stage_KnowsWhichItIs_AndOfWhichRepository() => Assert.Equal(
        "STAGE: ${{ inputs.stage }}, REPOSITORY: ${{ github.repository }}",
        Workflow.InWords(Workflow.At(Workflow.Named("stage.yml").Job("deploy"), "env")));

    private static IEnumerable<string> StepsOf(string workflow, string job) =>
        ((YamlSequenceNode)Workflow.At(Workflow.Named(workflow).Job(job), "steps")!).Cast<YamlMappingNode>().Select(Step);

    // Which release of an action is run: WorkflowTests.
    private static string Step(YamlMappingNode step)
    {
        Assert.Subset(new HashSet<string> { "name", "uses", "with", "run" }, Members(step).Split(' ').ToHashSet());
        return Workflow.At(step, "uses") is { } action
            ? $"{$"{action}".Split('@')[0]} ({Workflow.InWords(Workflow.At(step, "with"))})"
            : Workflow.InWords(Workflow.At(step, "run")).TrimEnd();
    }

    private static string Members(YamlMappingNode node) => string.Join(' ', node.Select(entry => $"{entry.Key}").Order(StringComparer.Ordinal));
}
