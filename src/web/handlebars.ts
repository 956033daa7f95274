import path from 'node:path';
import type { Express } from 'express';
import type { Assets } from './assets';
import { KeyedHandlebars } from './form-keys';
import { helpers } from './helpers';

/** Indenting a partial like its call would also indent the lines of a text in a field, a little more with every save. */
const compilerOptions = { preventIndent: true };

/** Lets the application render `views/**.hbs` into the layout `main`. */
export function useViews(app: Express, projectRoot: string, assets: Assets): void {
  const options = { extname: '.hbs', defaultLayout: 'main', helpers: helpers(assets), compilerOptions };
  app.engine('hbs', new KeyedHandlebars(options).engine);
  app.set('view engine', 'hbs');
  app.set('views', path.join(projectRoot, 'views'));
}
