import Dispatch
import Postgres
import Testing

@Suite("BlockingExecutor")
struct BlockingExecutorTests {
    actor Blocked {
        let executor = BlockingExecutor(label: "test")
        nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }
        var steps: [Int] = []

        func block(on semaphore: DispatchSemaphore) { semaphore.wait() }
        func add(_ step: Int) { steps.append(step) }
    }

    @Test("more blocked actors than the shared pool has threads leave the pool free")
    func pool() async {
        let semaphore = DispatchSemaphore(value: 0)
        let blocked = (0..<16).map { _ in Blocked() }
        await withTaskGroup(of: Void.self) { group in
            for actor in blocked { group.addTask { await actor.block(on: semaphore) } }
            // Runs on the shared pool: it would never start if the blocked calls sat there.
            group.addTask { for _ in blocked { semaphore.signal() } }
        }
    }

    @Test("jobs of one actor run one after the other")
    func serial() async {
        let actor = Blocked()
        for step in 0..<100 { await actor.add(step) }
        #expect(await actor.steps == Array(0..<100))
    }
}
