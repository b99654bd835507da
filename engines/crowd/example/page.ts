import type { LiveSimulation } from '../src/contract.ts';
import { liveSimulation } from '../src/contract.ts';
import { drawingOn } from './draw.ts';
import { exitNames, hall } from './hall.ts';

const byId = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const [closedSlider, paceSlider] = [byId<HTMLInputElement>('closed'), byId<HTMLInputElement>('pace')];
const scenario = hall();
const drawing = drawingOn(byId<HTMLCanvasElement>('plan'), scenario);
let live: LiveSimulation = liveSimulation(scenario);
let closed: string | undefined;

function closeChosen(): void {
  closed = exitNames[Number(closedSlider.value) - 1];
  for (const id of exitNames) {
    if (id === closed) live.closeExit(id);
    else live.openExit(id);
  }
  byId('closed-name').textContent = closed ?? 'none';
}

function startAgain(): void {
  live = liveSimulation(scenario);
  closeChosen();
}

function show(): void {
  byId('time').textContent = `${live.time.toFixed(0)} s`;
  byId('out').textContent = live.evacuated.toLocaleString('en');
  byId('inside').textContent = live.inside.toLocaleString('en');
  drawing.draw(live, closed);
}

/** One screen frame: as many steps as the pace asks for. */
function frame(): void {
  live.step(Number(paceSlider.value));
  show();
  requestAnimationFrame(frame);
}

closedSlider.addEventListener('input', closeChosen);
paceSlider.addEventListener('input', () => {
  byId('pace-name').textContent = `${paceSlider.value} ×`;
});
byId('again').addEventListener('click', startAgain);
frame();
